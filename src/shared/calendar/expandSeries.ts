import type { Problem } from '../problem.ts';
import type { TimeWindow, ZoneName } from '../time.ts';
import { expandOne } from './expandOne.ts';
import type { PlacedOccurrence } from './expandOne.ts';
import type { Series, SeriesOccurrence } from './series.ts';
import { ianaZone } from './zones/zone.ts';

/** How much a window may hold. What goes beyond is left out and reported. */
export interface ExpansionLimit {
  /** Occurrences of one series. */
  readonly perSeries: number;
  /** Occurrences of all series. */
  readonly total: number;
}

const DEFAULT_LIMIT: ExpansionLimit = { perSeries: 10_000, total: 250_000 };

/** Candidates that one series may cost; enough for each day of two thousand years, or each minute of a year. */
const STEPS_PER_SERIES = 1_000_000;
/** Candidates that all series together may cost. */
const STEPS_IN_ALL = 20_000_000;

/**
 * The occurrences of some series that overlap a window (start before its end, end after its start; of zero length:
 * start within it), by start, then UID. Floating times and the midnights of all-day dates are those of `viewerZone`.
 * Cancelled ones are among them, with that status. Never throws; a limit that cuts is a problem in the answer.
 */
export function expandSeries(
  series: readonly Series[],
  window: TimeWindow,
  viewerZone: ZoneName,
  limit: ExpansionLimit = DEFAULT_LIMIT,
): { occurrences: SeriesOccurrence[]; problems: Problem[] } {
  const viewer = ianaZone(viewerZone);
  const found: PlacedOccurrence[] = [];
  const problems: Problem[] = [];
  let stepsLeft = STEPS_IN_ALL;
  for (const one of series) {
    const allowed = Math.min(STEPS_PER_SERIES, stepsLeft);
    const budget = { steps: allowed };
    const room = Math.min(limit.perSeries, limit.total - found.length);
    if (expandOne(one, { window, viewer, budget, room }, found)) problems.push(cutProblem(one));
    stepsLeft -= allowed - Math.max(0, budget.steps);
  }
  found.sort(
    (one, other) => one.start - other.start || compareText(one.occurrence.uid, other.occurrence.uid),
  );
  return { occurrences: found.map(({ occurrence }) => occurrence), problems };
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const cutProblem = (series: Series): Problem => ({
  code: 'calendar/tooManyDates',
  title: `“${series.details.title}” repeats too often to be shown completely.`,
  detail: 'Its first dates in this time are shown, later ones are left out. All other meetings are complete.',
});
