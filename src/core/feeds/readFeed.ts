import { readSigs } from '#community-pages/readers';
import { readCatalogue } from '../catalogue/readCatalogue.ts';
import { readMarkdownFeed, readSigsFeed } from './communityFeed.ts';
import type { FeedFormat } from './feed.ts';
import type { BytesFacts, FeedContent } from './feedContent.ts';
import { readCommunityFile, readIcsFeed } from './readPlainFeed.ts';

/** Reads the bytes of a feed. Never throws: what cannot be read becomes a problem, and the rest is kept. */
export function readFeed(
  format: FeedFormat,
  bytes: Uint8Array,
  { now, charset, location, base }: BytesFacts,
): FeedContent {
  const readers = {
    catalogue: () => (base === undefined ? readCommunityFile(bytes) : readCatalogue(base, readSigs(bytes))),
    ics: () => readIcsFeed(bytes, charset, location),
    sigs: () => readSigsFeed(bytes, location),
    markdown: () => readMarkdownFeed(bytes, now, location),
  } satisfies Record<FeedFormat, () => FeedContent>;
  return readers[format]();
}
