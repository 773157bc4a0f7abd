import { DAY, type Instant } from '#base';

/** Measures the CPU time of each feed. Times in ms. */
export interface FeedMeter {
  /** CPU time that this thread has used. */
  cpu(): number;
  /** Reports that this thread now works for that handle; null for work on all feeds together. */
  working(handle: number | null): void;
}

/** The limits of each feed, so that one feed cannot use up the agenda or the time of the others. */
export interface AgendaBounds {
  readonly now: Instant;
  /** Meetings of one feed, and of all feeds together. */
  readonly perFeed: number;
  readonly inAll: number;
  /** CPU time for expanding one feed, ms. */
  readonly feedMs: number;
  readonly meter: FeedMeter;
}

/** More than anyone can attend; each one costs the window and the tray time at every tick. */
export const MEETINGS_PER_FEED = 2_000;
export const MEETINGS_IN_ALL = 5_000;
/** Expanding the largest real calendars takes a tenth of this. */
export const DATING_MS = 1_000;

/**
 * Longest duration (ms) of a meeting that repeats more often than yearly. An event that repeats daily and lasts 17
 * years, because of a mistyped year, would have six thousand dates running at any moment.
 */
export const LONGEST_RUN = 100 * DAY;
/** Most dates of one series that may be running at once. */
const RUNNING_AT_ONCE = 3;

/** A date with its start and end; of an all-day one, midnights in the viewer's zone. */
interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
}

const isRunningLong = ({ start, end }: Stretch, now: Instant): boolean => end > now && start < now - DAY;

/** Omits dates of a series that have run for days while later ones of it run too. @param dates sorted by start */
export function withoutOwnOverlaps<T extends Stretch & { readonly series: object }>(
  dates: readonly T[],
  now: Instant,
): readonly T[] {
  const running = new Map<object, number>();
  for (const date of dates)
    if (isRunningLong(date, now)) running.set(date.series, (running.get(date.series) ?? 0) + 1);
  if (![...running.values()].some((count) => count > RUNNING_AT_ONCE)) return dates;
  return dates.filter((date) => {
    if (!isRunningLong(date, now)) return true;
    const left = running.get(date.series) ?? 0;
    running.set(date.series, left - 1);
    return left <= RUNNING_AT_ONCE;
  });
}

/** The dates that are kept, and what was omitted. */
export interface Nearest<T> {
  readonly kept: readonly T[];
  /** Start of the first future date that was omitted; null if none was. */
  readonly cutFrom: Instant | null;
  /** Events that last for days were omitted. */
  readonly isRunCut: boolean;
}

/**
 * Limits the dates to those that matter most: first those that start soon or started lately, then those that have run
 * for more than a day, then those that ended last. A list within the limit is unchanged.
 */
export function nearest<T extends Stretch>(dates: readonly T[], now: Instant, most: number): Nearest<T> {
  if (dates.length <= most) return { kept: dates, cutFrom: null, isRunCut: false };
  const rankOf = ({ start, end }: Stretch): number =>
    end <= now && start < now ? 2 : start < now - DAY ? 1 : 0;
  const ranked = dates.map((date) => ({ date, rank: rankOf(date), away: Math.abs(date.start - now) }));
  ranked.sort((one, other) => one.rank - other.rank || one.away - other.away);
  const cut = ranked.slice(most);
  const ahead = cut.filter(({ rank, date }) => rank === 0 && date.start >= now);
  return {
    kept: ranked.slice(0, most).map(({ date }) => date),
    cutFrom: ahead.reduce<Instant | null>((first, { date }) => Math.min(first ?? Infinity, date.start), null),
    isRunCut: cut.some(({ rank }) => rank < 2),
  };
}

/**
 * The share of each feed, so that all feeds together have at most `inAll`: the largest are cut first, all to the same
 * size.
 */
export function shareOf(counts: readonly number[], { perFeed, inAll }: AgendaBounds): number {
  let left = inAll;
  const sorted = counts.toSorted((one, other) => one - other);
  for (const [index, count] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (count > share) return Math.min(perFeed, share);
    left -= count;
  }
  return perFeed;
}
