import type { Feed, FeedFormat } from './feed.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import type { FeedContent } from './feedContent.ts';
import { copyChanges } from './copyChanges.ts';
import { readFeed } from './readFeed.ts';
import type { SeriesChange } from './seriesChange.ts';
import type { Instant, Problem, TimeWindow, ZoneName } from '#base';
import {
  DATING_MS,
  MEETINGS_IN_ALL,
  MEETINGS_PER_FEED,
  type AgendaBounds,
  type FeedMeter,
} from '../agenda/agendaBounds.ts';
import { buildAgenda, type Built } from '../agenda/buildAgenda.ts';
import type { AgendaSource, DatedFeed } from '../agenda/dateFeeds.ts';
import type { AgendaChoices } from '../agenda/meetingChoices.ts';
import { sameOccurrences, withFormerObjects } from '../agenda/sameOccurrences.ts';
import type { WeekAnswer } from '../agenda/whichWeek.ts';

/** The bytes of a feed, and what is known about them. */
export interface FeedBytes {
  readonly format: FeedFormat;
  readonly bytes: Uint8Array;
  /** Named by the server; null if unknown. */
  readonly charset: string | null;
  /** URL or path of the bytes. */
  readonly location?: string;
  /** The built-in catalogue that the bytes update; null if they are complete. */
  readonly base?: Uint8Array | null;
  /** SHA-256 hashes of versions that were read already; these are not read again. */
  readonly known: readonly string[];
  readonly now: Instant;
}

/** The content of a feed without its series, which stay in the store under the handle. */
export interface FeedDigest extends Omit<FeedContent, 'series'> {
  readonly handle: number;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly seriesCount: number;
}

/** `known`: the bytes equal a version that was read before. */
export type ReadOutcome =
  | { readonly kind: 'known'; readonly hash: string }
  | { readonly kind: 'read'; readonly digest: FeedDigest };

/** A feed and the handle of its last read. */
export interface StoredFeed {
  readonly feed: Feed;
  readonly handle: number;
  /** The user's answers about the weeks of its meetings. */
  readonly weeks?: readonly WeekAnswer[];
  /** Dating took too long lately: the dates found then are shown, and it is not dated now. */
  readonly rests?: boolean;
}

/** Handles of an older and a newer copy of one feed. */
export interface CopyPair {
  readonly before: number;
  readonly after: number;
}

/** A list of occurrences, and the problems of its feeds. */
export interface BuiltAgenda {
  readonly kind: 'built';
  readonly occurrences: readonly Occurrence[];
  readonly problems: readonly Problem[];
  /** Ids of feeds that took too long to expand. */
  readonly heavy: readonly string[];
}

/** `same`: the occurrences are those of the previous reply. */
export type FeedStoreReply = BuiltAgenda | { readonly kind: 'same'; readonly heavy: readonly string[] };

/**
 * Keeps the series that were read from feeds, and returns the occurrences of a window. Series never leave the store:
 * they hold the text of their feed, and most of it is never needed.
 */
export interface FeedStore {
  read(feed: FeedBytes): ReadOutcome;
  /**
   * Unknown handles yield nothing. Each feed has its own limits: above the limit of meetings the nearest ones stay,
   * and of a feed that takes too long those that were dated until then.
   */
  agenda(
    sources: readonly StoredFeed[],
    window: TimeWindow,
    zone: ZoneName,
    now: Instant,
    choices?: AgendaChoices,
  ): FeedStoreReply;
  /** The occurrences of any window. Does not change what the next `agenda` is compared with. */
  range(
    sources: readonly StoredFeed[],
    window: TimeWindow,
    zone: ZoneName,
    now: Instant,
    choices?: AgendaChoices,
  ): BuiltAgenda;
  /** The first occurrences of a feed that is not followed yet. */
  preview(source: StoredFeed, window: TimeWindow, zone: ZoneName, count: number): readonly Occurrence[];
  /** What changed between two copies of a feed. */
  changes(feed: Feed, copies: CopyPair, zone: ZoneName, now: Instant): readonly SeriesChange[];
  release(handle: number): void;
}

const contentOf = ({ format, bytes, charset, location, base, now }: FeedBytes): FeedContent =>
  readFeed(format, bytes, {
    now,
    ...(charset === null ? {} : { charset }),
    ...(location === undefined ? {} : { location }),
    ...(base ? { base } : {}),
  });

/** The limits of every feed; the meetings nearest to `near` stay. */
const boundsAt = (near: Instant, meter: FeedMeter): AgendaBounds => ({
  now: near,
  perFeed: MEETINGS_PER_FEED,
  inAll: MEETINGS_IN_ALL,
  feedMs: DATING_MS,
  meter,
});

/**
 * An empty store.
 * @param hashOf SHA-256 in hexadecimal, which pure code lacks
 * @param lastHandle handles start above this one: the lower ones belonged to a store that was lost
 */
export function createFeedStore(
  hashOf: (bytes: Uint8Array) => string,
  meter: FeedMeter,
  lastHandle = 0,
): FeedStore {
  const contents = new Map<number, FeedContent>();
  let handles = lastHandle;
  let last: Pick<Built, 'occurrences' | 'problems'> | null = null;
  /** Dates of feeds that took too long, by feed id. */
  const rested = new Map<string, DatedFeed>();
  const nothing: DatedFeed = { certain: [], open: [], problems: [] };

  const open = (sources: readonly StoredFeed[]): AgendaSource[] =>
    sources.flatMap(({ feed, handle, weeks, rests }) => {
      const content = contents.get(handle);
      if (content === undefined) return [];
      const source = { feed, content, handle, weeks };
      return rests === true ? [{ ...source, rested: rested.get(feed.id) ?? nothing }] : [source];
    });

  return {
    read: (feedBytes) => {
      const hash = hashOf(feedBytes.bytes);
      if (feedBytes.known.includes(hash)) return { kind: 'known', hash };
      const content = contentOf(feedBytes);
      handles += 1;
      contents.set(handles, content);
      const { series, ...rest } = content;
      return { kind: 'read', digest: { ...rest, handle: handles, hash, seriesCount: series.length } };
    },
    agenda: (sources, window, zone, now, choices) => {
      for (const { feed, rests } of sources) if (rests !== true) rested.delete(feed.id);
      const built = buildAgenda(open(sources), window, zone, choices, boundsAt(now, meter));
      for (const [id, dated] of built.heavy) rested.set(id, dated);
      const heavy = [...built.heavy.keys()];
      const occurrences = withFormerObjects(last?.occurrences ?? [], built.occurrences);
      if (
        last !== null &&
        sameOccurrences(last.occurrences, occurrences) &&
        JSON.stringify(last.problems) === JSON.stringify(built.problems)
      )
        return { kind: 'same', heavy };
      const { problems } = built;
      last = { occurrences, problems };
      return { kind: 'built', occurrences, problems, heavy };
    },
    range: (sources, window, zone, now, choices) => {
      // If a feed has too many meetings, the agenda keeps those near `now`; this request keeps those near the range.
      const near = Math.min(Math.max(now, window.from), window.to);
      const { occurrences, problems, heavy } = buildAgenda(
        open(sources),
        window,
        zone,
        choices,
        boundsAt(near, meter),
      );
      return { kind: 'built', occurrences, problems, heavy: [...heavy.keys()] };
    },
    preview: (source, window, zone, count) =>
      buildAgenda(open([source]), window, zone, undefined, boundsAt(window.from, meter)).occurrences.slice(
        0,
        count,
      ),
    changes: (feed, copies, zone, now) => {
      const [before, after] = [contents.get(copies.before), contents.get(copies.after)];
      if (before === undefined || after === undefined) return [];
      return copyChanges(
        { before: before.series, after: after.series },
        (series, window) => {
          const content = { ...after, series };
          return buildAgenda([{ feed, content }], window, zone, undefined, boundsAt(window.from, meter));
        },
        now,
      );
    },
    release: (handle) => void contents.delete(handle),
  };
}
