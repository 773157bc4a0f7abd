import { DAY, HOUR, type Instant, type TimeWindow } from '#base';
import { type Series, unchangedSeries } from '#calendar';
import type { Built } from '../agenda/buildAgenda.ts';
import { findSeriesChanges } from './findSeriesChanges.ts';
import { seriesChange, type SeriesChange } from './seriesChange.ts';

const AHEAD_MS = 35 * DAY;
/** Dated beyond the range that is compared, so that a meeting that enters the range is not taken for a new one. */
const MARGIN_MS = 7 * DAY;
const MOST_DATES = 2_000;

/**
 * The changes between two copies of a feed; empty if one of them has too many dates to compare, or could not be dated.
 * Only what is written otherwise is dated: in a new copy most is as it was.
 */
export function copyChanges(
  copies: { readonly before: readonly Series[]; readonly after: readonly Series[] },
  dated: (series: readonly Series[], window: TimeWindow) => Built,
  now: Instant,
): readonly SeriesChange[] {
  const alike = unchangedSeries(copies.before, copies.after);
  // Whole hours: both copies are dated with the same window.
  const from = Math.floor(now / HOUR) * HOUR - DAY;
  const window = { from, to: now + AHEAD_MS + MARGIN_MS };
  const [before, after] = [copies.before, copies.after].map((series) =>
    dated(
      series.filter((one) => !alike.has(one)),
      window,
    ),
  );
  const isComplete = (one: Built | undefined): one is Built =>
    one !== undefined && one.heavy.size === 0 && one.occurrences.length < MOST_DATES;
  if (!isComplete(before) || !isComplete(after)) return [];
  // A copy without dates may be one that could not be dated.
  if (after.occurrences.length === 0 && alike.size === 0) return [];
  return findSeriesChanges(before.occurrences, after.occurrences, now, now + AHEAD_MS).map((one) =>
    seriesChange.parse(one),
  );
}
