import type { Community } from '../catalogue/community.ts';
import { readCatalogue } from '../catalogue/readCatalogue.ts';
import { readMarkdownFeed, readSigsFeed } from './communityFeed.ts';
import type { CalendarDate, Instant, Problem, ZoneName } from '#base';
import type { FeedKind } from './feed.ts';
import { parseIcs, type Series } from '#calendar';

/** What is open about one meeting, in words. */
export interface MeetingQuestions {
  readonly title: string;
  readonly questions: readonly string[];
}

/** What a feed's bytes say, before dates are made of it. */
export interface FeedContent {
  /** As the feed calls itself; null when it does not. */
  readonly name: string | null;
  /** The feed's own zone, for times that name an unknown one. */
  readonly zone: ZoneName | null;
  readonly series: readonly Series[];
  /** Who runs the meetings; calendars do not know. */
  readonly communities: readonly Community[];
  /** What its words leave open, by meeting; a person must decide it. */
  readonly questions: readonly MeetingQuestions[];
  /** Addresses of calendars that a page names, as written: better followed than the page itself. */
  readonly calendars: readonly string[];
  /** What could not be read; the rest was kept. */
  readonly problems: readonly Problem[];
  /** How long the feed asks to be left in peace, ms; null when it does not say. */
  readonly refreshIntervalMs: number | null;
  /** The day of its facts, for what comes with the app; null for everything else. */
  readonly asOf: CalendarDate | null;
}

/** What is known of bytes beside their kind. */
export interface BytesFacts {
  /** A page’s words about the past are told from those about the future by it. */
  readonly now: Instant;
  /** That the server named; only calendars come in others than UTF-8. */
  readonly charset?: string;
  /** Where they are from. */
  readonly address?: string;
  /** The built-in catalogue that they bring up to date; only for those of kind `catalogue`. */
  readonly base?: Uint8Array;
}

/** Reads the bytes of a feed. Never throws: what cannot be read is told as a problem, and what can is kept. */
export function readFeed(
  kind: FeedKind,
  bytes: Uint8Array,
  { now, charset, address, base }: BytesFacts,
): FeedContent {
  const nothingOpen = { questions: [], calendars: [], asOf: null };
  const readers = {
    catalogue: () => (base === undefined ? readCatalogue(bytes) : readCatalogue(base, bytes)),
    ics: () => ({
      ...parseIcs(bytes, charset === undefined ? {} : { charset }),
      communities: [],
      ...nothingOpen,
    }),
    sigs: () => readSigsFeed(bytes),
    markdown: () => readMarkdownFeed(bytes, now, address),
  } satisfies Record<FeedKind, () => FeedContent>;
  return readers[kind]();
}
