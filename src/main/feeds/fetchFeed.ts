import { isBuiltIn, type Feed, type FeedKind } from '#core/feeds/feed.ts';
import { recogniseFeedKind } from '#core/feeds/recogniseFeedKind.ts';
import type { Problem } from '#base';
import type { Ports } from '../ports/ports.ts';
import { FileTooLarge } from '../ports/files.ts';
import { HttpFailure, type HttpReply } from '../ports/http.ts';
import type { BuiltInCatalogues } from './builtInCatalogues.ts';
import type { Validators } from './feedCache.ts';
import {
  lockedAddress,
  noFile,
  problemOfFailure,
  problemOfStatus,
  tooLarge,
  unreadableFile,
} from './feedProblems.ts';
import type { HostQueue } from './hostQueue.ts';
import { validateCopy } from './validateCopy.ts';
import { isEncrypted } from './encryptedAddress.ts';

/** Where a feed comes from; a kind that is not known yet is found out. */
export interface FeedSource {
  readonly kind: FeedKind | null;
  readonly address: Feed['address'];
}

/** A new copy, before it is read. */
export interface FetchedCopy extends Validators {
  readonly kind: FeedKind;
  readonly bytes: Uint8Array;
  /** The built-in catalogue that the bytes bring up to date; null where they stand for themselves. */
  readonly base: Uint8Array | null;
}

/** What came of asking for a feed. Times in ms. */
export type Fetched =
  | { readonly kind: 'unchanged'; readonly freshForMs: number | null }
  | { readonly kind: 'copy'; readonly copy: FetchedCopy; readonly freshForMs: number | null }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retryAfterMs: number | null };

/** What fetching needs. All who fetch share one queue, so that a server has one request of ours at a time. */
export interface FetchPorts extends Pick<Ports, 'http' | 'files' | 'environment'> {
  readonly queue: HostQueue;
  readonly catalogues: BuiltInCatalogues;
}

/** Larger than any calendar of people; a file beyond it would hold up everything. */
const LARGEST_BYTES = 50 * 1024 * 1024;

const failed = (problem: Problem, retryAfterMs: number | null = null): Fetched => ({
  kind: 'failed',
  problem,
  retryAfterMs,
});

/** Whether an address leads to a server. */
export const isWeb = (address: string): boolean => /^https?:/i.test(address);

/** The charset in a content type, for example `iso-8859-1`; null when it names none. */
export const charsetOf = (contentType: string | null): string | null =>
  /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;

const noValidators: Validators = { etag: null, lastModified: null, charset: null };

/**
 * Fetches a feed from the network, a file or the built-in catalogue. With known validators the server is asked
 * only for something newer; it waits for its server's turn, an urgent one before the others. Expected failures are values; an abort throws.
 */
export async function fetchFeed(
  { http, files, queue, catalogues }: FetchPorts,
  source: FeedSource,
  known: Validators | null,
  { isUrgent, signal }: { readonly isUrgent: boolean; readonly signal: AbortSignal },
): Promise<Fetched> {
  const base = isBuiltIn(source) ? await catalogues.read(source.address).catch(() => null) : null;
  const web = isBuiltIn(source) ? catalogues.liveAddress(source.address) : source.address;
  if (web !== null && isWeb(web)) {
    const { etag, lastModified } = known ?? noValidators;
    let reply: HttpReply;
    try {
      const { host } = new URL(web);
      const ask = (): Promise<HttpReply> => http.get(web, { etag, lastModified }, signal);
      reply = await queue.inTurn(host, isUrgent, signal, ask);
    } catch (error) {
      if (signal.aborted || !(error instanceof HttpFailure)) throw error;
      return failed(problemOfFailure(error, web), error.retryAfterMs);
    }
    if (reply.kind === 'unchanged')
      // Unchanged since when? Some broken servers say so to whoever comes for the first time.
      return etag === null && lastModified === null ? failed(problemOfStatus(304, web)) : reply;
    const validators = {
      etag: reply.etag,
      lastModified: reply.lastModified,
      charset: charsetOf(reply.contentType),
    };
    return judged(source, { ...validators, bytes: reply.bytes, base }, reply.freshForMs);
  }
  if (isEncrypted(source.address)) return failed(lockedAddress);
  if (isBuiltIn(source))
    return base === null
      ? failed(noFile)
      : judged(source, { ...noValidators, bytes: base, base: null }, null);
  let bytes: Uint8Array | null;
  try {
    bytes = await files.read(source.address, LARGEST_BYTES);
  } catch (error) {
    return failed(error instanceof FileTooLarge ? tooLarge : unreadableFile);
  }
  if (bytes === null) return failed(noFile);
  return judged(source, { ...noValidators, bytes, base: null }, null);
}

function judged(source: FeedSource, copy: Omit<FetchedCopy, 'kind'>, freshForMs: number | null): Fetched {
  const kind = source.kind ?? recogniseFeedKind(copy.bytes, source.address);
  const problem = validateCopy(copy.base === null ? kind : 'sigs', copy.bytes);
  return problem === null ? { kind: 'copy', copy: { ...copy, kind }, freshForMs } : failed(problem);
}
