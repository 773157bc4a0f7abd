import { DAY, HOUR, MINUTE, SECOND } from '../../time.ts';
import { dateOf, dayNumber, dayOf, weekdayOf } from '../wallTime.ts';
import type { DayNumber, WallTime } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';
import { ruleDays } from './ruleDays.ts';
import type { RuleDays } from './ruleDays.ts';

/** Work that may still be done; whoever spends it below zero stops. */
export interface Budget {
  steps: number;
}

/**
 * Gives the wall times that a rule names, ascending, from the period that holds `from` on; the first ones may lie
 * before `from`, none lies before `start`. COUNT, UNTIL and zones are the caller's affair.
 * Because the periods lie in a fixed distance from `start`, the one at `from` is reached without walking there.
 * Ends when `visit` returns false, at `to`, or when the budget is spent.
 */
export function walkRule(
  rule: RecurrenceRule,
  start: WallTime,
  from: WallTime,
  to: WallTime,
  budget: Budget,
  visit: (wall: WallTime) => boolean,
): void {
  const periods = periodsOf(rule, start);
  for (let index = Math.max(0, periods.indexBefore(from)); ;) {
    if ((budget.steps -= 1) < 0 || periods.startOf(index) > to) return;
    const walls = periods.wallTimesOf(index);
    budget.steps -= walls.length;
    for (const wall of walls) if (wall >= start && !visit(wall)) return;
    index = periods.next(index);
  }
}

const known = new WeakMap<RecurrenceRule, { start: WallTime; periods: Periods }>();

/** The periods of a rule, which are the same for every window. */
function periodsOf(rule: RecurrenceRule, start: WallTime): Periods {
  const remembered = known.get(rule);
  if (remembered?.start === start) return remembered.periods;
  const periods = isFinerThanDay(rule) ? timePeriods(rule, start) : dayPeriods(rule, start);
  known.set(rule, { start, periods });
  return periods;
}

/** A rule's periods, numbered from the one that holds DTSTART. */
interface Periods {
  /** The number of a period that begins at or before this time, less than two periods away; may be negative. */
  indexBefore(wall: WallTime): number;
  startOf(index: number): WallTime;
  wallTimesOf(index: number): readonly WallTime[];
  /** The next period that can hold anything. */
  next(index: number): number;
}

const isFinerThanDay = ({ frequency }: RecurrenceRule) =>
  frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY';

function dayPeriods(rule: RecurrenceRule, start: WallTime): Periods {
  const startDay = dayOf(start);
  const times = timesOfDay(rule, start - startDay * DAY);
  const span = daySpans(rule, startDay, ruleDays(rule, startDay));
  const { interval } = rule;
  const [time = 0] = times;
  const isOncePerDay = times.length === 1 && rule.byPosition.length === 0;
  return {
    indexBefore: (wall) => Math.floor(span.position(dayOf(wall)) / interval) - 1,
    startOf: (index) => span.firstDay(index * interval) * DAY,
    wallTimesOf: (index) => {
      const days = span.days(index * interval);
      return isOncePerDay ? days.map((day) => day * DAY + time) : atPositions(rule, withTimes(days, times));
    },
    next: (index) => index + 1,
  };
}

interface DaySpans {
  /** Number of the span that holds a day, counted from the one of DTSTART. */
  position(day: DayNumber): number;
  /** A day before which the span holds nothing. */
  firstDay(position: number): DayNumber;
  days(position: number): readonly DayNumber[];
}

function daySpans(rule: RecurrenceRule, startDay: DayNumber, days: RuleDays): DaySpans {
  const { year, month } = dateOf(startDay);
  if (rule.frequency === 'YEARLY') {
    return {
      position: (day) => dateOf(day).year - year,
      // A week with a number may begin in the year before.
      firstDay: (position) => dayNumber(year + position, 1, 1) - 7,
      days: (position) => days.inYear(year + position),
    };
  }
  if (rule.frequency === 'MONTHLY') {
    return {
      position: (day) => (dateOf(day).year - year) * 12 + dateOf(day).month - month,
      firstDay: (position) => dayNumber(...monthAt(year, month, position), 1),
      days: (position) => days.inMonth(...monthAt(year, month, position)),
    };
  }
  if (rule.frequency === 'WEEKLY') {
    const firstWeek = startDay - ((weekdayOf(startDay) - rule.weekStart + 7) % 7);
    return {
      position: (day) => Math.floor((day - firstWeek) / 7),
      firstDay: (position) => firstWeek + position * 7,
      days: (position) => days.inWeek(firstWeek + position * 7),
    };
  }
  return {
    position: (day) => day - startDay,
    firstDay: (position) => startDay + position,
    days: (position) => (days.keeps(startDay + position) ? [startDay + position] : NO_DAYS),
  };
}

const NO_DAYS: readonly DayNumber[] = [];

function monthAt(year: number, month: number, position: number): [year: number, month: number] {
  const months = year * 12 + month - 1 + position;
  return [Math.floor(months / 12), months - Math.floor(months / 12) * 12 + 1];
}

function timePeriods(rule: RecurrenceRule, start: WallTime): Periods {
  const unit = rule.frequency === 'HOURLY' ? HOUR : rule.frequency === 'MINUTELY' ? MINUTE : SECOND;
  const origin = Math.floor(start / unit) * unit;
  const step = unit * rule.interval;
  const days = ruleDays(rule, dayOf(start));
  const startOf = (index: number) => origin + index * step;
  const firstAtOrAfter = (wall: WallTime) => Math.ceil((wall - origin) / step);
  const keepsHour = (wall: WallTime) =>
    isListed(rule.byHour, Math.floor((((wall % DAY) + DAY) % DAY) / HOUR));
  const keepsMinute = (wall: WallTime) =>
    unit > MINUTE || isListed(rule.byMinute, Math.floor((((wall % HOUR) + HOUR) % HOUR) / MINUTE));
  const within = timesWithin(rule, unit, start);

  return {
    indexBefore: (wall) => Math.floor((wall - origin) / step) - 1,
    startOf,
    wallTimesOf: (index) => {
      const wall = startOf(index);
      if (!days.keeps(dayOf(wall)) || !keepsHour(wall) || !keepsMinute(wall)) return [];
      if (unit === SECOND && !isListed(rule.bySecond, (((wall % MINUTE) + MINUTE) % MINUTE) / SECOND))
        return [];
      return atPositions(
        rule,
        within.map((offset) => wall + offset),
      );
    },
    // What a whole day, hour or minute leaves out is jumped over at once.
    next: (index) => {
      const wall = startOf(index + 1);
      if (!days.keeps(dayOf(wall))) return Math.max(index + 1, firstAtOrAfter((dayOf(wall) + 1) * DAY));
      if (!keepsHour(wall)) return Math.max(index + 1, firstAtOrAfter((Math.floor(wall / HOUR) + 1) * HOUR));
      if (!keepsMinute(wall))
        return Math.max(index + 1, firstAtOrAfter((Math.floor(wall / MINUTE) + 1) * MINUTE));
      return index + 1;
    },
  };
}

const isListed = (list: readonly number[], value: number) => list.length === 0 || list.includes(value);

/** Offsets within an hour, a minute or a second that a finer rule names. */
function timesWithin(rule: RecurrenceRule, unit: number, start: WallTime): number[] {
  const timeOfDay = start - dayOf(start) * DAY;
  const seconds = unit === SECOND ? [0] : listOr(rule.bySecond, Math.floor(timeOfDay / SECOND) % 60);
  const minutes = unit === HOUR ? listOr(rule.byMinute, Math.floor(timeOfDay / MINUTE) % 60) : [0];
  return combined([0], minutes, seconds);
}

function timesOfDay(rule: RecurrenceRule, startTime: number): number[] {
  return combined(
    listOr(rule.byHour, Math.floor(startTime / HOUR)),
    listOr(rule.byMinute, Math.floor(startTime / MINUTE) % 60),
    listOr(rule.bySecond, Math.floor(startTime / SECOND) % 60),
  );
}

const listOr = (list: readonly number[], fallback: number) => (list.length > 0 ? list : [fallback]);

function combined(
  hours: readonly number[],
  minutes: readonly number[],
  seconds: readonly number[],
): number[] {
  const [hour = 0, minute = 0, second = 0] = [hours[0], minutes[0], seconds[0]];
  if (hours.length + minutes.length + seconds.length === 3)
    return [hour * HOUR + minute * MINUTE + second * SECOND];
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * HOUR + minute * MINUTE + second * SECOND)),
  );
  return [...new Set(times)].sort((a, b) => a - b);
}

function withTimes(days: readonly DayNumber[], times: readonly number[]): WallTime[] {
  return days.flatMap((day) => times.map((time) => day * DAY + time));
}

/** What BYSETPOS leaves of a period's ascending set. */
function atPositions(rule: RecurrenceRule, walls: WallTime[]): WallTime[] {
  if (rule.byPosition.length === 0) return walls;
  const indexes = new Set(
    rule.byPosition.map((position) => (position < 0 ? walls.length + position : position - 1)),
  );
  return walls.filter((_, index) => indexes.has(index));
}
