import { DAY, type TimeWindow } from '#base';
import type { RecurrenceRule } from './recurrence/rule.ts';
import type { Length, Override, Pattern } from './series.ts';
import type { WallTime } from './wallTime.ts';

/** A time that a length does not exceed on any clock; a day may take an hour or two more. */
export const reachOf = ({ days, ms }: Length): number => days * (DAY + DAY / 12) + ms;

/** Of rules with a longer interval too many dates in a row could fall into gaps. */
const LONGEST_INTERVAL = 4;

/**
 * A wall time that no date of a rule with COUNT lies behind; infinite where that takes counting. Each of its weeks, or
 * days, has a date, unless it is in a gap: these do not count, but less than one in four of them is.
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

/** The span of a series (see there) by what it consists of. Each clock is less than a day away from UTC. */
export function spanOf(pattern: Pattern | null, overrides: readonly Override[]): TimeWindow {
  // What moves all dates that follow may move them anywhere.
  if (overrides.some(({ isThisAndFuture }) => isThisAndFuture)) return { from: -Infinity, to: Infinity };
  let first = Infinity;
  let last = -Infinity;
  if (pattern !== null) {
    const { start, length, rules, added } = pattern;
    const longest = reachOf(length);
    first = start;
    last = start + longest;
    for (const rule of rules)
      last = Math.max(last, Math.min(rule.until ?? Infinity, latestCounted(rule, start)) + longest);
    for (const { at, length: own } of added) {
      first = Math.min(first, at);
      last = Math.max(last, at + (own === null ? longest : reachOf(own)));
    }
  }
  for (const { start, length } of overrides) {
    first = Math.min(first, start);
    last = Math.max(last, start + reachOf(length));
  }
  return { from: first - DAY, to: last + DAY };
}
