import { DAY, lowerBound } from '#base';
import type { Length, Pattern } from '../series.ts';
import { dayOf, type WallTime } from '../wallTime.ts';
import { ianaZone, type Zone, zoneOf } from '../zones/zone.ts';
import { lastCounted } from './lastCounted.ts';
import type { RecurrenceRule } from './rule.ts';
import { walkRule } from './walkRule.ts';
import type { Budget } from './walk.ts';

/** Gets one date of a pattern: its wall time, the same on the pattern's time line, and how long it takes. */
export type DateVisitor = (wall: WallTime, at: number, length: Length) => void;

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
 * Visits the dates of a pattern from `from` to `to`, both inclusive wall times, ascending, each once (RFC 5545 §3.8.5.3).
 * DTSTART is one of them whether the rules name it or not. A rule's date in a gap is left out (§3.3.10).
 * A rule stops early when the budget is spent, or after `most` dates since `countFrom`; then the answer is true.
 */
export function visitDates(pattern: Pattern, zone: Zone, span: DateSpan, visit: DateVisitor): boolean {
  if (pattern.rules.length + pattern.added.length < 2) return visitEach(pattern, zone, span, visit);
  const dates: PatternDate[] = [];
  const isCut = visitEach(pattern, zone, span, (wall, at, length) => {
    dates.push({ wall, at, length });
  });
  for (const { wall, at, length } of eachOnce(dates)) visit(wall, at, length);
  return isCut;
}

/** The same, but one after the other what names them, so that a date may come twice. */
function visitEach(
  pattern: Pattern,
  zone: Zone,
  { from, to, countFrom, most, budget }: DateSpan,
  visit: DateVisitor,
): boolean {
  const { length, start, rules, added } = pattern;
  const isWall = isOnWallLine(pattern);
  const hasExclusions =
    pattern.excluded.length + pattern.excludedDays.length + pattern.excludedInstants.length > 0;
  let isCut = false;

  if (start >= from && start <= to) {
    const at = isWall ? start : zone.instant(start);
    // A rule that ends before it begins names no date at all, not even DTSTART.
    const isOver = rules.length > 0 && rules.every(({ until }) => until !== null && until < at);
    if (!isOver && !(hasExclusions && isExcluded(pattern, zone, at, start))) visit(start, at, length);
  }
  for (const rule of rules) {
    // A line of instants is less than a day away from the clock's.
    if ((rule.until ?? Infinity) < from - DAY) continue;
    const until = lastOf({ rule, to }, pattern, zone, isWall, budget);
    if (until < from - DAY) continue;
    let room = most;
    const visitOne = (wall: WallTime) => {
      if (wall > to) return false;
      if (wall < from || wall === start) return true;
      const instant = zone.instant(wall);
      const at = isWall ? wall : instant;
      if (at > until) return false;
      if (zone.wallTime(instant) !== wall || (hasExclusions && isExcluded(pattern, zone, at, wall)))
        return true;
      if (wall >= countFrom && (room -= 1) < 0) {
        isCut = true;
        return false;
      }
      visit(wall, at, length);
      return (budget.steps -= STEPS_PER_DATE) >= 0;
    };
    walkRule(rule, start, { from, to, budget, visit: visitOne });
  }
  for (const { at, length: own } of added) {
    const wall = isWall ? at : zone.wallTime(at);
    if (wall >= from && wall <= to && !isExcluded(pattern, zone, at, wall)) visit(wall, at, own ?? length);
  }
  return isCut || budget.steps < 0;
}

const isExcluded = (
  { excluded, excludedDays, excludedInstants }: Pattern,
  zone: Zone,
  at: number,
  wall: WallTime,
): boolean =>
  isAmong(excluded, at) ||
  isAmong(excludedDays, dayOf(wall) * DAY) ||
  (excludedInstants.length > 0 && isAmong(excludedInstants, zone.instant(wall)));

/** Whether EXDATE takes a date of the pattern's time line back. */
export function isExcludedAt(pattern: Pattern, at: number): boolean {
  const zone = pattern.isAllDay ? ianaZone('UTC') : zoneOf(pattern.zone, ianaZone('UTC'));
  return isExcluded(pattern, zone, at, isOnWallLine(pattern) ? at : zone.wallTime(at));
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

interface PatternDate {
  readonly wall: WallTime;
  readonly at: number;
  readonly length: Length;
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

const isAmong = (ascending: readonly number[], value: number): boolean =>
  ascending[lowerBound(ascending, (one) => one >= value)] === value;
