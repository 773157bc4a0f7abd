import { DAY, type TimeWindow } from '#base';
import type { Override, Pattern } from '../series.ts';
import { isOnWallLine } from '../timeLine.ts';
import { dayOf } from '../wallTime.ts';
import type { Zone } from '../zones/zone.ts';
import { isAmong, lastOf, STEPS_PER_DATE } from './patternDates.ts';
import { plainDays } from './plainDays.ts';
import type { RecurrenceRule } from './rule.ts';
import type { Budget } from './walk.ts';
import { timeOfDay } from './walkDays.ts';

/** A longer window, and a series with more overrides, are left to `visitDates`. */
export const MOST_PLAIN_DATES = 1_000;
const MOST_OVERRIDES = 4;

/** Reused for each series. */
const days = new Int32Array(MOST_PLAIN_DATES);

/**
 * Finds the dates of a series with one plain rule that may overlap a window, as `visitDates` does, but all at once and
 * without objects. Dates that overrides replace are left out.
 * Returns the number of instants, which are the first ones of `starts`; negative if the series is another one, or if a
 * limit might cut it.
 * @param most the number of occurrences that may be found
 */
export function plainDates(
  { pattern, overrides }: { readonly pattern: Pattern; readonly overrides: readonly Override[] },
  zone: Zone,
  window: TimeWindow,
  { most, budget }: { readonly most: number; readonly budget: Budget },
  starts: Float64Array,
): number {
  const rule = pattern.rules[0];
  if (rule === undefined || !hasPlainParts(pattern) || !replaceSingleDates(overrides)) return -1;
  // Each clock is less than a day away from UTC.
  const to = dayOf(window.to) + 1;
  const earliest = dayOf(window.from - pattern.length.ms) - 1;
  const room = to - earliest + 1 + overrides.length;
  if (!(room < MOST_PLAIN_DATES && room < most)) return -1;
  const startDay = dayOf(pattern.start);
  const found = plainDays(rule, startDay, Math.max(earliest, startDay), to, days);
  const until = found < 0 ? 0 : lastOf({ rule, to: (to + 1) * DAY }, pattern, zone, budget);
  if (found < 0 || budget.steps < room * STEPS_PER_DATE) return -1;
  budget.steps -= found * STEPS_PER_DATE;
  return datesOf(pattern, overrides, zone, { rule, until, found }, starts);
}

const hasPlainParts = (pattern: Pattern): boolean =>
  pattern.rules.length === 1 &&
  pattern.length.days === 0 &&
  pattern.added.length + pattern.excludedDays.length + pattern.excludedInstants.length === 0 &&
  !isOnWallLine(pattern);

const replaceSingleDates = (overrides: readonly Override[]): boolean =>
  overrides.length === 0 ||
  (overrides.length <= MOST_OVERRIDES && !overrides.some(({ isThisAndFuture }) => isThisAndFuture));

/** The dates on the first `found` of the days, after DTSTART. */
function datesOf(
  { start, excluded }: Pattern,
  overrides: readonly Override[],
  zone: Zone,
  { rule, until, found }: { readonly rule: RecurrenceRule; readonly until: number; readonly found: number },
  starts: Float64Array,
): number {
  const first = zone.instant(start);
  // A rule that ends before it begins has no dates, not even DTSTART.
  if (rule.until !== null && rule.until < first) return 0;
  const time = timeOfDay(rule, start - dayOf(start) * DAY);
  let count = 0;
  if (!isAmong(excluded, first) && !replaces(overrides, first)) {
    starts[0] = first;
    count = 1;
  }
  // Wall times that are far enough from changes of the clock to have one offset.
  let steadyFrom = Infinity;
  let steadyTo = -Infinity;
  let offset = 0;
  for (let index = 0; index < found; index += 1) {
    const wall = (days[index] ?? 0) * DAY + time;
    let at = wall - offset;
    if (wall < steadyFrom || wall >= steadyTo) {
      at = zone.instant(wall);
      const span = zone.spanAt(at);
      steadyFrom = span.from + DAY;
      steadyTo = span.to - DAY;
      ({ offset } = span);
      // A date in a gap is skipped.
      if (at + offset !== wall) continue;
    }
    if (at > until) break;
    if (wall <= start) continue;
    if (excluded.length > 0 && isAmong(excluded, at)) continue;
    if (overrides.length > 0 && replaces(overrides, at)) continue;
    starts[count] = at;
    count += 1;
  }
  return count;
}

function replaces(overrides: readonly Override[], at: number): boolean {
  for (let index = 0; index < overrides.length; index += 1) if (overrides[index]?.at === at) return true;
  return false;
}
