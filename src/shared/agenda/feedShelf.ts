import type { Feed, FeedKind } from '../calendar/feed.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import { readFeed, type FeedContent } from '../calendar/readFeed.ts';
import type { Problem } from '../problem.ts';
import type { Instant, TimeWindow, ZoneName } from '../time.ts';
import { dateOf, hasEnded, startOf } from './agenda.ts';
import { buildAgenda, type AgendaSource } from './buildAgenda.ts';
import type { AgendaChoices } from './meetingChoices.ts';
import { sameOccurrences } from './sameOccurrences.ts';
import type { WeekAnswer } from './whichWeek.ts';

/** The bytes of a feed, and what is known about them. */
export interface FeedBytes {
  readonly kind: FeedKind;
  readonly bytes: Uint8Array;
  /** As the server named it. */
  readonly charset: string | null;
  /** Where they are from. */
  readonly address?: string;
  /** The built-in catalogue that they bring up to date; null where they stand for themselves. */
  readonly base?: Uint8Array | null;
  /** Hashes of the versions that were read already: one of these is not read again. */
  readonly known: readonly string[];
  readonly now: Instant;
}

/** What a feed says, without its series: these stay on the shelf under the handle. */
export interface FeedDigest extends Omit<FeedContent, 'series'> {
  readonly handle: number;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly seriesCount: number;
}

/** `known`: the bytes are those of a version that was read before. */
export type ReadOutcome =
  | { readonly kind: 'known'; readonly hash: string }
  | { readonly kind: 'read'; readonly digest: FeedDigest };

/** A feed, and the handle of what was last read from it. */
export interface ShelfSource {
  readonly feed: Feed;
  readonly handle: number;
  /** What the user said of the weeks of its meetings. */
  readonly weeks?: readonly WeekAnswer[];
}

/** `same`: as in the answer before. */
export type AgendaAnswer =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'built';
      readonly occurrences: readonly Occurrence[];
      readonly problems: readonly Problem[];
    };

/**
 * Keeps the series that were read from feeds, and answers with the occurrences of a window. Series never leave it:
 * they hold the text of their feed, and most of it is never asked for.
 */
export interface FeedShelf {
  read(feed: FeedBytes): ReadOutcome;
  /**
   * What is on the shelf under no handle gives nothing. Of more than anybody could attend, those are left out that are
   * over by now, then the latest.
   */
  agenda(
    sources: readonly ShelfSource[],
    window: TimeWindow,
    zone: ZoneName,
    now: Instant,
    choices?: AgendaChoices,
  ): AgendaAnswer;
  /** The first occurrences of a feed that is not followed yet. */
  preview(source: ShelfSource, window: TimeWindow, zone: ZoneName, count: number): readonly Occurrence[];
  release(handle: number): void;
}

/** More than anybody could attend; every further one would cost the window and the tray time at each tick. */
const AGENDA_LIMIT = 2_000;

const tooMany = (date: string): Problem => ({
  code: 'agenda/tooMany',
  title: `Your feeds hold more than ${AGENDA_LIMIT.toLocaleString('en')} meetings in the next weeks`,
  detail: `Those until ${date} are shown. Follow fewer meetings of your largest feed.`,
});

/**
 * An empty shelf.
 * @param hashOf SHA-256 in hexadecimal, which pure code lacks
 * @param lastHandle no handle up to this one is given out: they were of a shelf that is lost
 */
export function createFeedShelf(hashOf: (bytes: Uint8Array) => string, lastHandle = 0): FeedShelf {
  const contents = new Map<number, FeedContent>();
  let handles = lastHandle;
  let last: { readonly occurrences: readonly Occurrence[]; readonly problems: readonly Problem[] } | null =
    null;

  const open = (sources: readonly ShelfSource[]): AgendaSource[] =>
    sources.flatMap(({ feed, handle, weeks }) => {
      const content = contents.get(handle);
      return content === undefined ? [] : [{ feed, content, weeks }];
    });

  return {
    read: ({ kind, bytes, charset, address, base, known, now }) => {
      const hash = hashOf(bytes);
      if (known.includes(hash)) return { kind: 'known', hash };
      const content = readFeed(kind, bytes, {
        now,
        ...(charset === null ? {} : { charset }),
        ...(address === undefined ? {} : { address }),
        ...(base ? { base } : {}),
      });
      handles += 1;
      contents.set(handles, content);
      const { series, ...rest } = content;
      return { kind: 'read', digest: { ...rest, handle: handles, hash, seriesCount: series.length } };
    },
    agenda: (sources, window, zone, now, choices) => {
      const built = bounded(buildAgenda(open(sources), window, zone, choices), zone, now);
      if (
        last !== null &&
        sameOccurrences(last.occurrences, built.occurrences) &&
        JSON.stringify(last.problems) === JSON.stringify(built.problems)
      )
        return { kind: 'same' };
      last = built;
      return { kind: 'built', ...built };
    },
    preview: (source, window, zone, count) =>
      buildAgenda(open([source]), window, zone).occurrences.slice(0, count),
    release: (handle) => void contents.delete(handle),
  };
}

interface Built {
  readonly occurrences: readonly Occurrence[];
  readonly problems: readonly Problem[];
}

function bounded(built: Built, zone: ZoneName, now: Instant): Built {
  if (built.occurrences.length <= AGENDA_LIMIT) return built;
  const ahead = built.occurrences.filter((one) => !hasEnded(one, now, zone));
  const beyond = ahead[AGENDA_LIMIT];
  if (beyond === undefined) return { ...built, occurrences: ahead };
  return {
    occurrences: ahead.slice(0, AGENDA_LIMIT),
    problems: [...built.problems, tooMany(dateOf(startOf(beyond, zone), zone))],
  };
}
