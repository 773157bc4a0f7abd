import { parseIcs } from '#calendar';
import { readCatalogue } from '../catalogue/readCatalogue.ts';
import { readMarkdownFeed, readSigsFeed } from './communityFeed.ts';
import type { FeedFormat } from './feed.ts';
import type { BytesFacts, FeedContent } from './feedContent.ts';
import { readPackFeed } from './packFeed.ts';

/** Reads the bytes of a feed. Never throws: what cannot be read becomes a problem, and the rest is kept. */
export function readFeed(
  format: FeedFormat,
  bytes: Uint8Array,
  { now, charset, location, base }: BytesFacts,
): FeedContent {
  const nothingOpen = { questions: [], calendars: [], choices: [], asOf: null };
  const readers = {
    catalogue: () =>
      base === undefined ? (readPackFeed(bytes) ?? readCatalogue(bytes)) : readCatalogue(base, bytes),
    ics: () => ({
      ...parseIcs(bytes, charset === undefined ? {} : { charset }),
      communities: [],
      ...nothingOpen,
    }),
    sigs: () => readSigsFeed(bytes, location),
    markdown: () => readMarkdownFeed(bytes, now, location),
  } satisfies Record<FeedFormat, () => FeedContent>;
  return readers[format]();
}
