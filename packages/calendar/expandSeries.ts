import { DAY, type Problem, type TimeWindow, type ZoneName } from '#base';
import type { DatedOccurrence } from './datedOccurrence.ts';
import { WindowExpansion } from './windowExpansion.ts';
import { SingleEvent } from './ics/singleEvent.ts';
import { byStart, startingBefore, startingFrom, stillAhead } from './occurrencesByStart.ts';
import { calendarProblem } from './problems.ts';
import type { Series } from './series.ts';
import { ianaZone } from './zones/zone.ts';

/** Limits of an expansion. What exceeds them is left out and reported as a problem. */
export interface ExpansionLimit {
  /** Maximum occurrences of one series. */
  readonly perSeries: number;
  /** Maximum occurrences of all series together. */
  readonly total: number;
  /** Maximum duration (ms) of an occurrence that repeats more often than yearly. Unlimited by default. */
  readonly longestRun?: number;
  /** Called before each series; true stops the expansion and leaves out the remaining series. */
  readonly isSpent?: () => boolean;
}

/** The occurrences of a window, and the problems that cut it. */
export interface Expanded {
  readonly occurrences: DatedOccurrence[];
  readonly problems: Problem[];
  /** `limit.isSpent` returned true, so series are missing. */
  readonly isSpent: boolean;
}

const DEFAULT_LIMIT: ExpansionLimit = { perSeries: 10_000, total: 250_000 };

/** Steps (about 0.1 µs each) that one series may cost; enough for each day of a hundred years. */
const STEPS_PER_SERIES = 1_000_000;
/** Steps that all series together may cost. */
const STEPS_IN_ALL = 20_000_000;

/**
 * Expands series into the occurrences that overlap a window.
 * Overlap: an occurrence starts before the window's end and ends after its start; one of zero length starts within
 * it.
 * Order: by start, then by the order of the series. Cancelled occurrences are included with that status.
 * Floating times and midnights of all-day dates are those of `viewerZone`.
 * Never throws; a limit that cuts is a problem in the result.
 * Caches the last window of each list of series: if a window only moved forward, only its new part is expanded, and a
 * week more for the next moves.
 */
export function expandSeries(
  series: readonly Series[],
  window: TimeWindow,
  viewerZone: ZoneName,
  limit: ExpansionLimit = DEFAULT_LIMIT,
): Expanded {
  const query: Query = { series, viewerZone, limit };
  const expansion = expandIncrementally(query, window) ?? expand(query, window);
  const { list, problems, isSpent } = expansion;
  // The result of a limit depends on where the window begins, so it is not reused.
  if (problems.length > 0 || isSpent) cache.delete(series);
  else cache.set(series, { ...expansion, query, size: series.length });
  return { occurrences: startingBefore(list, window.to), problems, isSpent };
}

/** The arguments of an expansion except the window. */
interface Query {
  readonly series: readonly Series[];
  readonly viewerZone: ZoneName;
  readonly limit: ExpansionLimit;
}

interface Expansion {
  readonly window: TimeWindow;
  readonly list: readonly DatedOccurrence[];
  /** Upper bound of the occurrences of any one series. */
  readonly most: number;
  readonly problems: Problem[];
  readonly isSpent: boolean;
}

interface CachedExpansion extends Pick<Expansion, 'window' | 'list' | 'most'> {
  readonly query: Query;
  readonly size: number;
}

const cache = new WeakMap<readonly Series[], CachedExpansion>();

function expand({ series, viewerZone, limit }: Query, window: TimeWindow): Expansion {
  const expansion = new WindowExpansion(window, ianaZone(viewerZone), limit.longestRun ?? Infinity);
  const { found } = expansion;
  const problems: Problem[] = [];
  let stepsLeft = STEPS_IN_ALL;
  let most = 0;
  let cut = 0;
  let isSpent = false;
  for (const one of within(series, window)) {
    isSpent = limit.isSpent?.() === true;
    if (isSpent) break;
    const budget = { steps: Math.min(STEPS_PER_SERIES, stepsLeft) };
    const allowed = budget.steps;
    const foundBefore = found.count;
    const room = Math.min(limit.perSeries, limit.total - foundBefore);
    if (expansion.add(one, { budget, room }) && (cut += 1) <= MAX_REPORTED)
      problems.push(calendarProblem('calendar/tooManyDates', { title: one.details.title }));
    stepsLeft -= allowed - Math.max(0, budget.steps);
    most = Math.max(most, found.count - foundBefore);
  }
  if (cut > MAX_REPORTED)
    problems.push(calendarProblem('calendar/tooManyDates', { more: cut - MAX_REPORTED }));
  return { window, list: byStart(found), most, problems, isSpent };
}

/** Starts and ends of the spans of a list of series, in turn. */
const spansOf = new WeakMap<readonly Series[], Float64Array>();

/** The series that may have occurrences in a window: few of a feed that grew for years. */
function within(series: readonly Series[], { from, to }: TimeWindow): Series[] {
  let spans = spansOf.get(series);
  if (spans?.length !== series.length * 2) spansOf.set(series, (spans = readSpans(series)));
  return series.filter((_, index) => (spans[index * 2 + 1] ?? 0) >= from && (spans[index * 2] ?? 0) <= to);
}

function readSpans(series: readonly Series[]): Float64Array {
  const spans = new Float64Array(series.length * 2);
  series.forEach((one, index) => {
    if (one instanceof SingleEvent) {
      // Most of a feed; its days need no object.
      spans[index * 2] = one.firstDay * DAY;
      spans[index * 2 + 1] = one.behind * DAY;
    } else {
      const { from, to } = one.span;
      spans[index * 2] = from;
      spans[index * 2 + 1] = to;
    }
  });
  return spans;
}

/** What is expanded beyond a window that moved: visiting each series takes longer than its dates of some days. */
const AHEAD = 7 * DAY;

/** Extends the cached expansion; null if it does not cover the start of the window or a limit is near. */
function expandIncrementally(query: Query, { from, to }: TimeWindow): Expansion | null {
  const last = cache.get(query.series);
  if (last === undefined || !isSameQuery(last, query)) return null;
  const old = last.window;
  if (from < old.from || from >= old.to) return null;
  const window = { from, to: to <= old.to ? old.to : to + AHEAD };
  const more = window.to === old.to ? null : expand(query, { from: old.to, to: window.to });
  // Occurrences that run across the old end are already cached. New ones start then or later, so they follow in
  // order.
  const ahead = stillAhead(last.list, from);
  const list = more === null ? ahead : ahead.concat(startingFrom(more.list, old.to));
  const most = last.most + (more?.most ?? 0);
  const isCertain =
    (more === null || (more.problems.length === 0 && !more.isSpent)) &&
    most <= query.limit.perSeries &&
    list.length <= query.limit.total;
  return isCertain ? { window, list, most, problems: [], isSpent: false } : null;
}

const isSameQuery = ({ query, size }: CachedExpansion, { series, viewerZone, limit }: Query) =>
  size === series.length &&
  query.viewerZone === viewerZone &&
  query.limit.perSeries === limit.perSeries &&
  query.limit.longestRun === limit.longestRun &&
  query.limit.total === limit.total;

/** Maximum cut series reported one by one; further ones are only counted. */
const MAX_REPORTED = 100;
