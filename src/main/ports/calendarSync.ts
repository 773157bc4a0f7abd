import type { Instant, Problem } from '#base';
import type { DavQuestion, DavReply } from './http.ts';

/** A question about resources, to one of them. Its login is not known where it is asked. */
export type ResourceQuestion = Extract<DavQuestion, { readonly depth: unknown }> & { readonly url: string };

/** A failed request. */
export interface DavFailure {
  readonly problem: Problem;
  /** 0 if the server was not reached. */
  readonly status: number;
  /** Retry-After, ms; null if the server sends none. */
  readonly retryAfterMs: number | null;
}

export type DavOutcome =
  | { readonly ok: true; readonly reply: DavReply }
  | { readonly ok: false; readonly failure: DavFailure };

/** Sends a request of one account with its login. Rejects only when it is aborted, or on a bug. */
export type DavSender = (question: ResourceQuestion) => Promise<DavOutcome>;

/** What to bring up to date. */
export interface SyncWish {
  /** Names the copy; see `FeedSource`. */
  readonly location: string;
  /** Of the calendar. */
  readonly url: string;
  readonly now: Instant;
  /** Version of the text that is known; null if none is. */
  readonly knownVersion: string | null;
}

export type SyncOutcome =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'copy';
      /** iCalendar, UTF-8. */
      readonly bytes: Uint8Array;
      readonly version: string;
      readonly isCertain: boolean;
    }
  | { readonly kind: 'failed'; readonly failure: DavFailure };

/**
 * Brings the copies of calendars of accounts up to date, and makes one iCalendar text of each; in the app on a worker
 * thread, since answers have up to hundred thousands of entries. It gets no password: `send` adds it.
 */
export interface CalendarSync extends AsyncDisposable {
  /** Rejects if `send` does, or if the worker ends. */
  sync(wish: SyncWish, send: DavSender): Promise<SyncOutcome>;
}
