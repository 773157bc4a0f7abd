import { type DayNumber, weekdayOf } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';
import { EVERY_WEEKDAY, isPlain, weekdaysOf } from './walkDays.ts';
import { monthOf, numberedDay } from './walkMonths.ts';

/**
 * Finds the days that a plain rule names in a range (inclusive), ascending, of a series that begins on `startDay` or
 * before: without a call for each, and in whole small numbers, which need no memory of their own.
 * Returns their number; negative if the rule is another one.
 */
export function plainDays(
  rule: RecurrenceRule,
  startDay: DayNumber,
  from: DayNumber,
  to: DayNumber,
  days: Int32Array,
): number {
  const { frequency, interval } = rule;
  if (!isPlain(rule)) return -1;
  if (frequency === 'MONTHLY') return daysOfMonths(rule, startDay, from, to, days);
  if (frequency === 'DAILY' && interval > 1) return -1;
  const intoWeek = (weekdayOf(startDay) - rule.weekStart + 7) % 7;
  const firstDay = startDay - intoWeek;
  const step = 7 * interval;
  // The weekdays in the order of the rule's weeks.
  const twice = weekdaysOf(rule, startDay) * (EVERY_WEEKDAY + 2);
  const weekdays = (twice >> rule.weekStart) & EVERY_WEEKDAY;
  const weeksBefore = Math.max(0, Math.floor((from - firstDay) / step));
  let count = 0;
  for (let first = firstDay + weeksBefore * step; first <= to; first += step) {
    let day = first;
    for (let left = weekdays; left > 0; left >>= 1) {
      if ((left & 1) === 1 && day >= from && day <= to) {
        days[count] = day;
        count += 1;
      }
      day += 1;
    }
  }
  return count;
}

function daysOfMonths(
  { byDay, interval }: RecurrenceRule,
  startDay: DayNumber,
  from: DayNumber,
  to: DayNumber,
  days: Int32Array,
): number {
  const only = byDay[0];
  if (only === undefined || byDay.length > 1) return -1;
  const first = monthOf(startDay);
  const last = monthOf(to);
  const periodsBefore = Math.max(0, Math.floor((monthOf(from) - first) / interval));
  let count = 0;
  for (let month = first + periodsBefore * interval; month <= last; month += interval) {
    const day = numberedDay(only, month);
    if (day === null || day < from || day > to) continue;
    days[count] = day;
    count += 1;
  }
  return count;
}
