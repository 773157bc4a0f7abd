import { DAY } from '#base';
import {
  dateOf,
  dayNumber,
  type DayNumber,
  dayOf,
  daysInMonth,
  type WallTime,
  weekdayOf,
} from '../wallTime.ts';
import type { RecurrenceRule, RuleDay } from './rule.ts';
import type { Walk } from './walk.ts';

/**
 * Walks a rule that names only numbered weekdays of a month, as `BYDAY=2TU,-1FR`. `time` is the time of day in ms.
 */
export function walkMonths(rule: RecurrenceRule, start: WallTime, time: number, walk: Walk): void {
  const { from, to, budget, visit } = walk;
  const first = monthOf(dayOf(start));
  const last = monthOf(dayOf(to));
  const periodsBefore = Math.max(0, Math.floor((monthOf(dayOf(from)) - first) / rule.interval));
  for (let month = first + periodsBefore * rule.interval; month <= last; month += rule.interval) {
    if ((budget.steps -= rule.byDay.length) < 0) return;
    // Most rules name one day, which needs no list: lists and loops over them cost 4 % of reading a calendar.
    const only = rule.byDay[0];
    if (only !== undefined && rule.byDay.length === 1) {
      const day = numberedDay(only, month);
      if (day !== null && day * DAY + time >= start && !visit(day * DAY + time)) return;
    } else if (!daysOf(rule, month).every((day) => day * DAY + time < start || visit(day * DAY + time)))
      return;
  }
}

/** Months are numbered from year 0. */
export function monthOf(day: DayNumber): number {
  const { year, month } = dateOf(day);
  return year * 12 + month - 1;
}

function daysOf({ byDay }: RecurrenceRule, monthNumber: number): readonly DayNumber[] {
  const days: DayNumber[] = [];
  for (const one of byDay) {
    const day = numberedDay(one, monthNumber);
    if (day !== null && !days.includes(day)) days.push(day);
  }
  return days.length > 1 ? days.sort((one, other) => one - other) : days;
}

/** Null if the month has no such weekday. */
export function numberedDay({ weekday, nth }: RuleDay, monthNumber: number): DayNumber | null {
  if (nth === null) return null;
  const year = Math.floor(monthNumber / 12);
  const month = monthNumber - year * 12 + 1;
  const first = dayNumber(year, month, 1);
  const length = daysInMonth(year, month);
  const firstOfWeekday = (weekday - weekdayOf(first) + 7) % 7;
  const index =
    nth > 0 ? firstOfWeekday + (nth - 1) * 7 : lastOfWeekday(firstOfWeekday, length) + (nth + 1) * 7;
  return index >= 0 && index < length ? first + index : null;
}

const lastOfWeekday = (firstOfWeekday: number, length: number) =>
  firstOfWeekday + Math.floor((length - 1 - firstOfWeekday) / 7) * 7;
