import { DAY, type Instant } from '#base';

/** Measures what the feeds cost. Times in ms. */
export interface FeedMeter {
  /** CPU time that this thread has used so far. */
  cpu(): number;
  /** From now on this thread works for that handle; null: for all of them together. */
  working(handle: number | null): void;
}

/** What one feed may take of an agenda, so that it never takes it from another. */
export interface AgendaBounds {
  readonly now: Instant;
  /** Meetings of one feed, and of all of them together. */
  readonly perFeed: number;
  readonly inAll: number;
  /** CPU time that dating one feed may take, ms. */
  readonly feedMs: number;
  readonly meter: FeedMeter;
}

/** More than anybody could attend; every further one would cost the window and the tray time at each tick. */
export const MEETINGS_PER_FEED = 2_000;
export const MEETINGS_IN_ALL = 5_000;
/** Dating the largest real calendars takes a tenth of that. */
export const DATING_MS = 1_000;

/**
 * A meeting that repeats more often than yearly lasts no longer than that (ms). Of an event that repeats daily and
 * lasts 17 years, since somebody mistyped a year, six thousand dates would run at any moment.
 */
export const LONGEST_RUN = 100 * DAY;
/** So many dates of one series may run at once. */
const RUNNING_AT_ONCE = 3;

/** A date with its two ends; of an all-day one the midnights of the viewer. */
interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
}

const isRunningLong = ({ start, end }: Stretch, now: Instant): boolean => end > now && start < now - DAY;

/** Without the dates of a series that have been running for days while later ones of it run, too. @param dates by start */
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

/** What is kept, and what is told of the rest. */
export interface Nearest<T> {
  readonly kept: readonly T[];
  /** The first start of those that are ahead and were left out; null where none was. */
  readonly cutFrom: Instant | null;
  /** Events that run for days were left out. */
  readonly isRunCut: boolean;
}

/**
 * Of more dates than may be shown those that matter first: what begins soon or began lately, then what has been running
 * for longer than a day, then what ended last. A list that is short enough stays as it is.
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

/** So many of each feed that all together are no more than `inAll`: the largest lose first, and all the same share. */
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
