import { DAY } from '../../time.ts';
import type { Length, Pattern } from '../series.ts';
import { dayOf } from '../wallTime.ts';
import type { WallTime } from '../wallTime.ts';
import type { Zone } from '../zones/zone.ts';
import { lastCounted } from './lastCounted.ts';
import type { RecurrenceRule } from './rule.ts';
import { walkRule } from './walkRule.ts';
import type { Budget } from './walk.ts';

/** One date of a pattern. */
export interface PatternDate {
  readonly wall: WallTime;
  /** The same on the pattern's time line. */
  readonly at: number;
  readonly length: Length;
}

/** Which dates are wanted, and what they may cost. */
export interface DateSpan {
  readonly from: WallTime;
  readonly to: WallTime;
  readonly countFrom: WallTime;
  readonly most: number;
  readonly budget: Budget;
}

/** What a date costs that is kept: a meeting of two thousand years has each of its dates reach into the window. */
const STEPS_PER_DATE = 10;

/** Whether a pattern's time line holds wall times instead of instants. */
export const isOnWallLine = (pattern: Pick<Pattern, 'isAllDay' | 'zone'>): boolean =>
  pattern.isAllDay || pattern.zone.kind === 'floating';

/**
 * The dates of a pattern from `from` to `to`, both inclusive wall times, ascending, each once (RFC 5545 §3.8.5.3).
 * DTSTART is one of them whether the rules name it or not. A rule's date in a gap is left out (§3.3.10).
 * A rule stops early when the budget is spent, or after `most` dates since `countFrom`.
 */
export function patternDates(
  pattern: Pattern,
  zone: Zone,
  { from, to, countFrom, most, budget }: DateSpan,
): { dates: PatternDate[]; isCut: boolean } {
  const { length, start } = pattern;
  const isWall = isOnWallLine(pattern);
  const lineOf = (wall: WallTime) => (isWall ? wall : zone.instant(wall));
  const dates: PatternDate[] = [];
  let isCut = false;
  const isExcluded = (at: number, wall: WallTime) =>
    (pattern.excluded.length > 0 && isAmong(pattern.excluded, at)) ||
    (pattern.excludedDays.length > 0 && isAmong(pattern.excludedDays, dayOf(wall) * DAY)) ||
    (pattern.excludedInstants.length > 0 && isAmong(pattern.excludedInstants, zone.instant(wall)));

  if (start >= from && start <= to) {
    const at = lineOf(start);
    // A rule that ends before it begins names no date at all, not even DTSTART.
    const isOver =
      pattern.rules.length > 0 && pattern.rules.every(({ until }) => until !== null && until < at);
    if (!isOver && !isExcluded(at, start)) dates.push({ wall: start, at, length });
  }
  for (const rule of pattern.rules) {
    // A line of instants is less than a day away from the clock's.
    if ((rule.until ?? Infinity) < from - DAY) continue;
    const until = lastOf({ rule, to }, pattern, zone, isWall, budget);
    if (until < from - DAY) continue;
    let room = most;
    const visit = (wall: WallTime) => {
      if (wall > to) return false;
      if (wall < from || wall === start) return true;
      const instant = zone.instant(wall);
      const at = isWall ? wall : instant;
      if (at > until) return false;
      if (zone.wallTime(instant) !== wall || isExcluded(at, wall)) return true;
      if (wall >= countFrom && (room -= 1) < 0) {
        isCut = true;
        return false;
      }
      dates.push({ wall, at, length });
      return (budget.steps -= STEPS_PER_DATE) >= 0;
    };
    walkRule(rule, start, { from, to, budget, visit });
  }
  for (const { at, length: own } of pattern.added) {
    const wall = isWall ? at : zone.wallTime(at);
    if (wall >= from && wall <= to && !isExcluded(at, wall)) dates.push({ wall, at, length: own ?? length });
  }
  return {
    dates: pattern.rules.length + pattern.added.length > 1 ? eachOnce(dates) : dates,
    isCut: isCut || budget.steps < 0,
  };
}

/** Where a rule ends on the pattern's time line; infinite when it does not, or behind `to`. */
function lastOf(
  { rule, to }: { rule: RecurrenceRule; to: WallTime },
  pattern: Pattern,
  zone: Zone,
  isWall: boolean,
  budget: Budget,
): number {
  const { count, until } = rule;
  const counted = count === null ? Infinity : lastCounted({ rule, count, to }, pattern, zone, isWall, budget);
  return Math.min(until ?? Infinity, counted);
}

/** Ascending, and of those that fall together the one with a length of its own. */
function eachOnce(dates: PatternDate[]): PatternDate[] {
  dates.sort((one, other) => one.at - other.at);
  const kept: PatternDate[] = [];
  for (const date of dates) {
    if (kept.at(-1)?.at === date.at) kept.pop();
    kept.push(date);
  }
  return kept;
}

function isAmong(ascending: readonly number[], value: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === value;
}
