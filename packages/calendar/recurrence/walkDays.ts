import { DAY, HOUR, MINUTE, SECOND } from '#base';
import { type DayNumber, dayOf, type WallTime, weekdayOf } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';
import type { Walk } from './walk.ts';
import { walkMonths } from './walkMonths.ts';
import { walkByRrule } from './walkByRrule.ts';

/** Walks a rule with days or coarser periods. */
export function walkDays(rule: RecurrenceRule, start: WallTime, walk: Walk): void {
  if (!isPlain(rule)) walkByRrule(rule, start, walk);
  else if (rule.frequency === 'MONTHLY')
    walkMonths(rule, start, timeOfDay(rule, start - dayOf(start) * DAY), walk);
  else walkPlain(rule, start, walk);
}

/**
 * Whether a rule is plain: every n days or weeks, optionally on some weekdays, or on numbered weekdays of every n
 * months; once a day.
 */
export const isPlain = (rule: RecurrenceRule): boolean =>
  (rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY' || isByNumberedWeekdays(rule)) &&
  rule.byMonth.length + rule.byMonthDay.length + rule.byYearDay.length + rule.byPosition.length === 0 &&
  rule.byHour.length < 2 &&
  rule.byMinute.length < 2 &&
  rule.bySecond.length < 2;

const isByNumberedWeekdays = ({ frequency, byDay }: RecurrenceRule) =>
  frequency === 'MONTHLY' && byDay.length > 0 && byDay.every(({ nth }) => nth !== null);

/**
 * Walks a plain rule by adding days, about a hundred times faster than rrule. Nine of ten rules of real calendars are
 * plain. A property test checks that both give the same dates.
 */
function walkPlain(rule: RecurrenceRule, start: WallTime, { from, to, budget, visit }: Walk): void {
  const startDay = dayOf(start);
  const time = timeOfDay(rule, start - startDay * DAY);
  // Each day is each day of each week.
  const isByWeek = rule.frequency === 'WEEKLY' || rule.interval === 1;
  const firstDay = isByWeek ? startDay - ((weekdayOf(startDay) - rule.weekStart + 7) % 7) : startDay;
  const length = isByWeek ? 7 : 1;
  const step = length * rule.interval;
  const weekdays = weekdaysOf(rule, startDay);
  const fromDay = dayOf(from);
  const periodsBefore = Math.max(0, Math.floor((fromDay - firstDay) / step));
  for (let first = firstDay + periodsBefore * step; first * DAY <= to; first += step) {
    if ((budget.steps -= 1) < 0) return;
    for (let day = Math.max(first, fromDay); day < first + length; day += 1) {
      const wall = day * DAY + time;
      if (((weekdays >> weekdayOf(day)) & 1) === 1 && wall >= start && !visit(wall)) return;
    }
  }
}

export const EVERY_WEEKDAY = 0b111_1111;

/** The weekdays of a rule by days or weeks, one bit each. */
export function weekdaysOf({ byDay, frequency }: RecurrenceRule, startDay: DayNumber): number {
  let weekdays = 0;
  for (let index = 0; index < byDay.length; index += 1) weekdays |= 1 << (byDay[index]?.weekday ?? 0);
  if (weekdays > 0) return weekdays;
  return frequency === 'WEEKLY' ? 1 << weekdayOf(startDay) : EVERY_WEEKDAY;
}

/** The time of each date of a rule with one time a day, in ms from midnight; `startTime` is that of DTSTART. */
export function timeOfDay({ byHour, byMinute, bySecond }: RecurrenceRule, startTime: number): number {
  const hour = byHour[0] ?? Math.floor(startTime / HOUR);
  const minute = byMinute[0] ?? Math.floor(startTime / MINUTE) % 60;
  const second = bySecond[0] ?? Math.floor(startTime / SECOND) % 60;
  return hour * HOUR + minute * MINUTE + second * SECOND;
}
