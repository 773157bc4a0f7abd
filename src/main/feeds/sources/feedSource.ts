import type { Problem } from '#base';

/** HTTP validators of one version of a feed, as its server sent them; all null if the source is not on the web. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The charset of the content type. */
  readonly charset: string | null;
}

export const noValidators: Validators = { etag: null, lastModified: null, charset: null };

/** Bytes as the source gave them. */
export interface FetchedBytes extends Validators {
  readonly bytes: Uint8Array;
  /** The built-in catalogue that the bytes update; null if they are complete. */
  readonly base: Uint8Array | null;
  /** The source named each meeting that is gone, so a copy with far fewer of them is not suspect. Left out if it did not. */
  readonly isCertain?: boolean;
}

/** The outcome of one fetch. Expected failures are values. Times in ms. */
export type Fetched<Copy = FetchedBytes> =
  | { readonly kind: 'unchanged'; readonly freshForMs: number | null }
  | { readonly kind: 'copy'; readonly copy: Copy; readonly freshForMs: number | null }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retryAfterMs: number | null };

export interface FetchRequest {
  /** Validators of the stored copy, to fetch only a newer one. Null fetches in any case. */
  readonly known: Validators | null;
  /** Goes before requests that wait for the same host. */
  readonly isUrgent: boolean;
  readonly signal: AbortSignal;
}

/** A copy that comes with the app. */
export interface BundledCopy {
  readonly bytes: Uint8Array;
  /** ISO date of its facts; null if it has none. */
  readonly date: string | null;
}

/**
 * One source of a feed: how its bytes are fetched, and what the app may do with it. One file of this folder implements
 * it for each kind of address; `feedSources.ts` is the registry. The app and the command line use the same ones.
 */
export interface FeedSource {
  /** URL, path or catalogue id. May hold a token: never log it. The ids of feeds derive from it, so it must not change between versions. */
  readonly location: string;
  /** The location without tokens, as the window shows it. */
  readonly maskedAddress: string;
  /** The location may hold a token: it is stored encrypted, and not exported. */
  readonly isSecret: boolean;
  /** The name of a feed that gives none. */
  readonly defaultName: string;
  /** Absolute path of the file to watch. */
  readonly watchedFile: string | null;
  /** The user may remove the feed. */
  readonly isRemovable: boolean;
  /** False if a copy that was read once is never followed by another one. */
  mayChange(): boolean;
  /** Rejects only when the signal aborts, or on a bug. */
  fetchBytes(request: FetchRequest): Promise<Fetched>;
  /** The copy that comes with the app; null for all sources but built-in ones. */
  bundledCopy(): Promise<BundledCopy | null>;
  /** Deletes what the app stored for the source beside the feed's copy. */
  discard(): Promise<void>;
}

export const failed = (problem: Problem, retryAfterMs: number | null = null): Fetched<never> => ({
  kind: 'failed',
  problem,
  retryAfterMs,
});

/** The members of sources that have nothing to watch, bundle or delete. */
export const plainSource = {
  isSecret: false,
  watchedFile: null,
  isRemovable: true,
  mayChange: () => true,
  bundledCopy: () => Promise.resolve(null),
  discard: () => Promise.resolve(),
} satisfies Partial<FeedSource>;
