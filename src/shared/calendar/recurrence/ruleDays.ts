import { dateOf, dayNumber, daysInMonth, isLeapYear, weekdayOf } from '../wallTime.ts';
import type { DayNumber, Weekday } from '../wallTime.ts';
import type { RecurrenceRule, RuleDay } from './rule.ts';

/**
 * Which days a rule names within one of its years, months, weeks or days: the table of RFC 5545 §3.3.10
 * ("BYxxx expands or limits"), on whole days only. Days that do not exist are left out, never moved.
 */
export interface RuleDays {
  inYear(year: number): DayNumber[];
  /** `month` is 1–12. */
  inMonth(year: number, month: number): DayNumber[];
  /** `firstDay` is the week's first day by the rule's WKST. */
  inWeek(firstDay: DayNumber): DayNumber[];
  /** Whether a rule by days, or finer, keeps this day. */
  keeps(day: DayNumber): boolean;
}

/** Days of a rule whose series starts on `startDay`, which says what the rule leaves open. */
export function ruleDays(rule: RecurrenceRule, startDay: DayNumber): RuleDays {
  const start = dateOf(startDay);
  const startWeekday = weekdayOf(startDay);
  const weekdays = new Set<Weekday>(rule.byDay.map(({ weekday }) => weekday));
  const hasMonth = (month: number) => rule.byMonth.length === 0 || rule.byMonth.includes(month);

  const isWeekday = (day: DayNumber) => weekdays.size === 0 || weekdays.has(weekdayOf(day));
  const isMonthDay = (day: DayNumber) => {
    if (rule.byMonthDay.length === 0) return true;
    const { year, month, dayOfMonth } = dateOf(day);
    return rule.byMonthDay.some(
      (named) => named === dayOfMonth || named === dayOfMonth - daysInMonth(year, month) - 1,
    );
  };
  const isYearDay = (day: DayNumber) => {
    if (rule.byYearDay.length === 0) return true;
    const { year } = dateOf(day);
    const fromStart = day - dayNumber(year, 1, 1) + 1;
    return rule.byYearDay.some((named) => named === fromStart || named === fromStart - yearLength(year) - 1);
  };

  const monthDays = (year: number, month: number, named: readonly number[]) => {
    const length = daysInMonth(year, month);
    const first = dayNumber(year, month, 1);
    return ascending(
      named.map((day) => (day < 0 ? length + day + 1 : day)).filter((day) => day >= 1 && day <= length),
    ).map((day) => first + day - 1);
  };

  const inMonth = (year: number, month: number): DayNumber[] => {
    if (!hasMonth(month)) return [];
    if (rule.byMonthDay.length > 0)
      return monthDays(year, month, rule.byMonthDay).filter((day) => isNamed(day, year, month));
    const first = dayNumber(year, month, 1);
    if (rule.byDay.length > 0) return nthWeekdays(rule.byDay, first, first + daysInMonth(year, month));
    return monthDays(year, month, [start.dayOfMonth]);
  };
  /** Of days that BYMONTHDAY already named, those that BYDAY keeps, with its numbers (`1FR` on the 13th is none). */
  const isNamed = (day: DayNumber, year: number, month: number) => {
    if (rule.byDay.length === 0) return true;
    if (rule.byDay.every(({ nth }) => nth === null)) return isWeekday(day);
    const first = dayNumber(year, month, 1);
    return nthWeekdays(rule.byDay, first, first + daysInMonth(year, month)).includes(day);
  };

  const inWeekNumbers = (year: number): DayNumber[] => {
    const weeks = weeksOfYear(year, rule.weekStart);
    const firsts = rule.byWeekNumber
      .map((named) => (named < 0 ? weeks.count + named + 1 : named))
      .filter((week) => week >= 1 && week <= weeks.count)
      .map((week) => weeks.firstDay + (week - 1) * 7);
    const days = firsts.flatMap((first) => Array.from({ length: 7 }, (_, offset) => first + offset));
    const wanted = rule.byDay.length > 0 || rule.byMonthDay.length > 0 || rule.byYearDay.length > 0;
    return ascending(
      days.filter(
        (day) =>
          hasMonth(dateOf(day).month) &&
          isMonthDay(day) &&
          isYearDay(day) &&
          (wanted ? isWeekday(day) : weekdayOf(day) === startWeekday),
      ),
    );
  };

  const inYear = (year: number): DayNumber[] => {
    if (rule.byWeekNumber.length > 0) return inWeekNumbers(year);
    const first = dayNumber(year, 1, 1);
    if (rule.byYearDay.length > 0) {
      const length = yearLength(year);
      return ascending(
        rule.byYearDay
          .map((named) => (named < 0 ? length + named + 1 : named))
          .filter((day) => day >= 1 && day <= length)
          .map((day) => first + day - 1),
      ).filter((day) => hasMonth(dateOf(day).month) && isMonthDay(day) && isWeekday(day));
    }
    if (rule.byMonth.length > 0) return ascending(rule.byMonth).flatMap((month) => inMonth(year, month));
    if (rule.byMonthDay.length > 0) return MONTHS.flatMap((month) => inMonth(year, month));
    if (rule.byDay.length > 0) return nthWeekdays(rule.byDay, first, first + yearLength(year));
    return monthDays(year, start.month, [start.dayOfMonth]);
  };

  const weekOffsets = ascending(
    [...(weekdays.size > 0 ? weekdays : [startWeekday])].map((weekday) => (weekday - rule.weekStart + 7) % 7),
  );
  const inWeek = (firstDay: DayNumber): DayNumber[] => {
    const days = weekOffsets.map((offset) => firstDay + offset);
    return rule.byMonth.length === 0 ? days : days.filter((day) => hasMonth(dateOf(day).month));
  };

  const isFree =
    rule.byMonth.length +
      rule.byMonthDay.length +
      rule.byYearDay.length +
      rule.byDay.length +
      rule.byWeekNumber.length ===
    0;
  const keeps = (day: DayNumber) =>
    isFree ||
    (isWeekday(day) &&
      isMonthDay(day) &&
      isYearDay(day) &&
      (rule.byMonth.length === 0 || hasMonth(dateOf(day).month)) &&
      (rule.byWeekNumber.length === 0 || isInWeekNumbers(day)));
  const isInWeekNumbers = (day: DayNumber) => {
    const { year } = dateOf(day);
    return [year - 1, year, year + 1].some((weekYear) => {
      const weeks = weeksOfYear(weekYear, rule.weekStart);
      const week = Math.floor((day - weeks.firstDay) / 7) + 1;
      return (
        week >= 1 &&
        week <= weeks.count &&
        rule.byWeekNumber.some((n) => n === week || n === week - weeks.count - 1)
      );
    });
  };

  return { inYear, inMonth, inWeek, keeps };
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const yearLength = (year: number) => (isLeapYear(year) ? 366 : 365);

const ascending = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);

/** The named weekdays of a month or year; `end` is exclusive. */
function nthWeekdays(named: readonly RuleDay[], first: DayNumber, end: DayNumber): DayNumber[] {
  const days: DayNumber[] = [];
  for (const { weekday, nth } of named) {
    const earliest = first + ((weekday - weekdayOf(first) + 7) % 7);
    const latest = end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7);
    if (nth === null) for (let day = earliest; day < end; day += 7) days.push(day);
    else {
      const day = nth > 0 ? earliest + (nth - 1) * 7 : latest + (nth + 1) * 7;
      if (day >= first && day < end) days.push(day);
    }
  }
  return ascending(days);
}

/** Week 1 is the first with at least four days in the year (ISO 8601, with any first day of the week). */
function weeksOfYear(year: number, weekStart: Weekday): { firstDay: DayNumber; count: number } {
  const firstDay = firstWeek(year, weekStart);
  return { firstDay, count: (firstWeek(year + 1, weekStart) - firstDay) / 7 };
}

function firstWeek(year: number, weekStart: Weekday): DayNumber {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}
