import type { FeedFormat } from '#core/feeds/feed.ts';
import { recogniseFormat } from '#core/feeds/recogniseFormat.ts';
import {
  failed,
  type Fetched,
  type FetchedBytes,
  type FeedSource,
  type FetchRequest,
} from './sources/feedSource.ts';
import { validateCopy } from './validateCopy.ts';

/** A new copy, before it is read. */
export interface FetchedCopy extends FetchedBytes {
  readonly format: FeedFormat;
}

/**
 * Fetches a copy, recognises its format and validates it. Expected failures are values; an abort throws.
 * @param format null if it is not known yet
 */
export async function fetchCopy(
  source: FeedSource,
  format: FeedFormat | null,
  request: FetchRequest,
): Promise<Fetched<FetchedCopy>> {
  const fetched = await source.fetchBytes(request);
  if (fetched.kind !== 'copy') return fetched;
  const { bytes, base } = fetched.copy;
  const recognised = format ?? recogniseFormat(bytes, source.location);
  // What updates a built-in catalogue is a sigs.yaml.
  const problem = validateCopy(base === null ? recognised : 'sigs', bytes);
  return problem === null ? { ...fetched, copy: { ...fetched.copy, format: recognised } } : failed(problem);
}
