import { type CalendarDate, DAY } from '#base';

/**
 * Time on a clock, without its zone: ms since 1970-01-01T00:00 as that clock shows it.
 * `2026-11-24T09:00` in Berlin and in Tokyo are the same wall time and different instants.
 */
export type WallTime = number;

/** Days since 1970-01-01, which is day 0. */
export type DayNumber = number;

/** 0 is Monday, 6 is Sunday. */
export type Weekday = number;

/** The day of a wall time. */
export const dayOf = (wall: WallTime): DayNumber => Math.floor(wall / DAY);

/**
 * Day number of a date in the proleptic Gregorian calendar; `month` is 1–12. Years below 100 are not shifted to 19xx.
 */
export function dayNumber(year: number, month: number, dayOfMonth: number): DayNumber {
  // Years counted from March end with the leap day, so no table of months is needed.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number; the inverse of {@link dayNumber}. */
export function dateOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export const weekdayOf = (day: DayNumber): Weekday => (((day + 3) % 7) + 7) % 7;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month, 28–31; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Formats a day number as `2026-11-24`. */
export function dateText(day: DayNumber): CalendarDate {
  const { year, month, dayOfMonth } = dateOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Parses `2026-11-24`; null if it is not a date. */
export function dayOfDateText(text: CalendarDate): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : checkedDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Parses `2026-11-24T09:00` or `2026-11-24T09:00:30`; null if it is not a wall time. */
export function wallTimeOfText(text: string): WallTime | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  const day = match === null ? null : dayOfDateText(match[1] ?? '');
  if (match === null || day === null) return null;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return day * DAY + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Day number of a date; null if the month does not have that day. */
export function checkedDay(year: number, month: number, dayOfMonth: number): DayNumber | null {
  const isDate =
    year >= 0 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return isDate ? dayNumber(year, month, dayOfMonth) : null;
}
