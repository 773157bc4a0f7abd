import { DAY, lowerBound } from '#base';
import type { Length, Pattern } from '../series.ts';
import { isOnWallLine } from '../timeLine.ts';
import { dayOf, type WallTime } from '../wallTime.ts';
import { ianaZone, type Zone, zoneOf } from '../zones/zone.ts';
import { lastCounted } from './lastCounted.ts';
import type { RecurrenceRule } from './rule.ts';
import { walkRule } from './walkRule.ts';
import type { Budget } from './walk.ts';

/** Receives one date of a pattern: its wall time, its place on the pattern's time line, and its length. */
export type DateVisitor = (wall: WallTime, at: number, length: Length) => void;

/** The dates to visit, and their limits. */
export interface DateSpan {
  readonly from: WallTime;
  readonly to: WallTime;
  readonly countFrom: WallTime;
  readonly most: number;
  readonly budget: Budget;
}

/** Steps for each date that is stored: each date of a meeting that lasts two thousand years overlaps the window. */
export const STEPS_PER_DATE = 10;

/**
 * Visits the dates of a pattern from `from` to `to` (inclusive wall times), ascending, each once (RFC 5545 §3.8.5.3).
 * DTSTART is visited even if the rules do not name it. A date of a rule that falls into a gap is skipped (§3.3.10).
 * Returns true if a rule stopped early: the budget was spent, or `most` dates since `countFrom` were visited.
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

/** Like `visitDates`, but source by source, so a date may be visited twice. */
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
    // A rule that ends before it begins has no dates, not even DTSTART.
    const isOver = rules.length > 0 && rules.every(({ until }) => until !== null && until < at);
    if (!isOver && !(hasExclusions && isExcluded(pattern, zone, at, start))) visit(start, at, length);
  }
  for (const rule of rules) {
    // Instants differ from wall times by less than a day.
    if ((rule.until ?? Infinity) < from - DAY) continue;
    const until = lastOf({ rule, to }, pattern, zone, budget);
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

/** Whether EXDATE excludes a date of the pattern's time line. */
export function isExcludedAt(pattern: Pattern, at: number): boolean {
  const zone = pattern.isAllDay ? ianaZone('UTC') : zoneOf(pattern.zone, ianaZone('UTC'));
  return isExcluded(pattern, zone, at, isOnWallLine(pattern) ? at : zone.wallTime(at));
}

/** End of a rule on the pattern's time line; infinite if it has none, or one after `to`. */
export function lastOf(
  { rule, to }: { rule: RecurrenceRule; to: WallTime },
  pattern: Pattern,
  zone: Zone,
  budget: Budget,
): number {
  const { count, until } = rule;
  const counted = count === null ? Infinity : lastCounted({ rule, count, to }, pattern, zone, budget);
  return Math.min(until ?? Infinity, counted);
}

interface PatternDate {
  readonly wall: WallTime;
  readonly at: number;
  readonly length: Length;
}

/** Ascending; among equal dates, keeps one with a length of its own. */
function eachOnce(dates: PatternDate[]): PatternDate[] {
  dates.sort((one, other) => one.at - other.at);
  const kept: PatternDate[] = [];
  for (const date of dates) {
    if (kept.at(-1)?.at === date.at) kept.pop();
    kept.push(date);
  }
  return kept;
}

export function isAmong(ascending: readonly number[], value: number): boolean {
  // Most series have none or one, for which no search is made.
  if (ascending.length < 2) return ascending[0] === value;
  return ascending[lowerBound(ascending, (one) => one >= value)] === value;
}
