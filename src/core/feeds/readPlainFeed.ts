import { parseIcs } from '#calendar';
import { readCatalogue } from '../catalogue/readCatalogue.ts';
import type { FeedContent } from './feedContent.ts';
import { readPackFeed } from './packFeed.ts';

/**
 * Readers of the formats that need no parser of YAML, HTML or Markdown, which take longer to load than a calendar takes
 * to be read. Never throw: what cannot be read becomes a problem, and the rest is kept.
 */

export const readCommunityFile = (bytes: Uint8Array): FeedContent =>
  readPackFeed(bytes) ?? readCatalogue(bytes);

/** Fedocal makes up a UID for each event at each request. */
const isFedocal = (location: string): boolean =>
  location.startsWith('https://calendar.fedoraproject.org/ical/');

/** @param charset named by the server @param location URL or path of the bytes */
export const readIcsFeed = (bytes: Uint8Array, charset?: string, location = ''): FeedContent => ({
  ...parseIcs(bytes, {
    ...(charset === undefined ? {} : { charset }),
    hasPassingUids: isFedocal(location),
  }),
  communities: [],
  questions: [],
  calendars: [],
  choices: [],
  asOf: null,
});
