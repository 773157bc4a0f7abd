import { join } from 'node:path';
import type { Feed } from '../../shared/calendar/feed.ts';
import type { Problem } from '../../shared/problem.ts';
import { HttpFailure, type Ports } from '../ports.ts';
import type { FeedCopy } from './feedCache.ts';
import { noFile, problemOfStatus, tooLarge, unreadableFile } from './feedProblems.ts';
import { judgeCopy } from './judgeCopy.ts';

/** Where a feed comes from. */
export type FeedSource = Pick<Feed, 'kind' | 'address'>;

/** What came of asking for a feed. */
export type Fetched =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'copy'; readonly copy: FeedCopy }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Larger than any calendar of people; a file beyond it would hold up everything. */
const LARGEST_BYTES = 50 * 1024 * 1024;

const failed = (problem: Problem): Fetched => ({ kind: 'failed', problem });
const isWeb = (address: string): boolean => /^https?:/i.test(address);

/**
 * Fetches a feed from the network, a file or the built-in catalogue. With a known copy the server is asked
 * only for something newer. Expected failures are values; an abort throws.
 */
export async function fetchFeed(
  { http, files, environment, clock }: Pick<Ports, 'http' | 'files' | 'environment' | 'clock'>,
  source: FeedSource,
  known: FeedCopy | null,
  signal: AbortSignal,
): Promise<Fetched> {
  if (source.kind !== 'catalogue' && isWeb(source.address)) {
    const validators = { etag: known?.etag ?? null, lastModified: known?.lastModified ?? null };
    try {
      const reply = await http.get(source.address, validators, signal);
      if (reply.kind === 'unchanged') return reply;
      const { bytes, etag, lastModified } = reply;
      return judged(source, { bytes, etag, lastModified, confirmedAt: clock.now() });
    } catch (error) {
      if (!signal.aborted && error instanceof HttpFailure) return failed(problemOfStatus(error.status));
      throw error;
    }
  }
  const path =
    source.kind === 'catalogue'
      ? join(environment.catalogueFolder, `${source.address}.json`)
      : source.address;
  const bytes = await files.read(path).catch(() => undefined);
  if (bytes === undefined) return failed(unreadableFile);
  if (bytes === null) return failed(noFile);
  if (bytes.byteLength > LARGEST_BYTES) return failed(tooLarge);
  return judged(source, { bytes, etag: null, lastModified: null, confirmedAt: clock.now() });
}

function judged(source: FeedSource, copy: FeedCopy): Fetched {
  const problem = judgeCopy(source.kind, copy.bytes);
  return problem === null ? { kind: 'copy', copy } : failed(problem);
}
