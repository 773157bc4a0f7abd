import { DAY, type TimeWindow } from '#base';
import type { RecurrenceRule } from './recurrence/rule.ts';
import type { Length, Override, Pattern } from './series.ts';
import type { WallTime } from './wallTime.ts';

/** Upper bound of a length in ms; a day of a clock change lasts up to two hours longer. */
export const maxDurationOf = ({ days, ms }: Length): number => days * (DAY + DAY / 12) + ms;

/** With a longer interval, too many consecutive dates could fall into gaps. */
const LONGEST_INTERVAL = 4;

/**
 * A wall time after the last date of a rule with COUNT; infinite if that takes counting. Each week (or day) of the
 * rule has a date unless it falls into a gap. Dates in gaps do not count, but fewer than one in four falls into one.
 */
function latestCounted(rule: RecurrenceRule, start: WallTime): WallTime {
  const { frequency, interval, count } = rule;
  if (count === null || interval > LONGEST_INTERVAL || !isSteady(rule)) return Infinity;
  const period = frequency === 'WEEKLY' || rule.byDay.length > 0 ? 7 * DAY : DAY;
  return start + 1.5 * (count + 4) * interval * period;
}

const isSteady = ({ frequency, byMonth, byMonthDay, byYearDay, byPosition }: RecurrenceRule): boolean =>
  (frequency === 'WEEKLY' || frequency === 'DAILY') &&
  byMonth.length + byMonthDay.length + byYearDay.length + byPosition.length === 0;

/** The `span` of a series with these parts. Each clock is less than a day away from UTC. */
export function spanOf(pattern: Pattern | null, overrides: readonly Override[]): TimeWindow {
  let first = Infinity;
  let last = -Infinity;
  if (pattern !== null) {
    const { start, length, rules, added } = pattern;
    const longest = maxDurationOf(length);
    first = start;
    last = start + longest;
    // By index: until it is compiled, a loop over items makes an object for each, and there are thousands of series.
    for (let index = 0; index < rules.length; index += 1) {
      const rule = rules[index];
      if (rule !== undefined)
        last = Math.max(last, Math.min(rule.until ?? Infinity, latestCounted(rule, start)) + longest);
    }
    for (const { at, length: own } of added) {
      first = Math.min(first, at);
      last = Math.max(last, at + (own === null ? longest : maxDurationOf(own)));
    }
  }
  if (overrides.length === 0) return { from: first - DAY, to: last + DAY };
  // THISANDFUTURE may move later dates anywhere.
  if (overrides.some(({ isThisAndFuture }) => isThisAndFuture)) return { from: -Infinity, to: Infinity };
  for (const { start, length } of overrides) {
    first = Math.min(first, start);
    last = Math.max(last, start + maxDurationOf(length));
  }
  return { from: first - DAY, to: last + DAY };
}
