import { checkedDay, dateText, dayNumber, daysInMonth, weekdayOf } from '#calendar';
import type { CalendarDate } from '#base';
import { DAY_CODES, type DayCode } from './weekdays.ts';

/**
 * Reads dates in schedules: `March 20, 2019`, `25 Feb 2025`, `2025-02-11`, `Jan. 11th` with a year elsewhere.
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
/** A month's name, full or short. */
export const MONTH_PATTERN =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
/** `December, 15:00 UTC` and `May 9 am` contain times, not days. */
const CLOCK = ':\\d\\d|\\s?[ap]\\.?m\\b';
/** Two or more months, without a day or year after the last: `January, April, July and October`, `Mar/Sep`. */
export const MONTHS_PATTERN = `${MONTH_PATTERN}(?:\\s*(?:,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*|\\s*/\\s*)${MONTH_PATTERN})+(?![\\w.]|,?\\s+\\d{1,4}(?!\\d|${CLOCK}))`;

const DAY = `[0-3]?\\d(?:st|nd|rd|th)?(?!\\d|${CLOCK})`;

/**
 * A date, also as `2026. January 23` and `11th, March 2024`. No named groups, so that larger patterns can
 * contain it several times.
 */
export const DATE_PATTERN = `(?:\\d{4}[-/][01]?\\d[-/][0-3]?\\d|20\\d\\d[.,]?\\s+${MONTH_PATTERN}\\s+${DAY}|${MONTH_PATTERN},?\\s+${DAY}(?:,?\\s+(?:of\\s+)?20\\d\\d(?!:?\\d))?|${DAY},?\\s+(?:of\\s+)?${MONTH_PATTERN}(?:,?\\s+20\\d\\d(?!:?\\d))?|[0-3]?\\d[/.][0-3]?\\d[/.]\\d{4})`;

/** A date as written; `year` is null if it is missing. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly dayOfMonth: number;
}

const monthOf = (text: string): number => MONTHS.findIndex((month) => text.toLowerCase().includes(month)) + 1;

/** The numbers of the months in a match of {@link MONTHS_PATTERN}, in the order of the year. */
export const readMonths = (text: string): number[] =>
  [...new Set([...text.matchAll(new RegExp(MONTH_PATTERN, 'g'))].map(([month]) => monthOf(month)))].sort(
    (left, right) => left - right,
  );

/** The date of a match of {@link DATE_PATTERN}; null for `05/06/2025`, whose day and month are ambiguous. */
export function readDate(text: string): WrittenDate | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text.trim());
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), dayOfMonth: Number(iso[3]) };
  const numeric = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim());
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    if (first <= 12 && second <= 12 && first !== second) return null;
    const [month, dayOfMonth] = first > 12 ? [second, first] : [first, second];
    return { year: Number(numeric[3]), month, dayOfMonth };
  }
  const month = monthOf(text);
  const year = /\d{4}/.exec(text)?.[0];
  const dayOfMonth = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  if (month === 0 || dayOfMonth === undefined) return null;
  return { year: year === undefined ? null : Number(year), month, dayOfMonth: Number(dayOfMonth) };
}

/** The calendar date; null without a year, or if the month has no such day. */
export function calendarDate(date: WrittenDate): CalendarDate | null {
  const day = date.year === null ? null : checkedDay(date.year, date.month, date.dayOfMonth);
  return day === null ? null : dateText(day);
}

/** The last day of a year, of a month, or a date, as written after `until`; null without a year. */
export function lastDayOf(text: string): CalendarDate | null {
  const written = readDate(text);
  if (written !== null) return calendarDate(written);
  const [year, month] = [/20\d\d/.exec(text)?.[0], monthOf(text)];
  if (year === undefined) return null;
  const [number, last] = [Number(year), month === 0 ? 12 : month];
  return dateText(dayNumber(number, last, daysInMonth(number, last)));
}

/** The weekday of a written date; null without a year. */
export function weekdayOfDate(date: WrittenDate): DayCode | null {
  const day = date.year === null ? null : checkedDay(date.year, date.month, date.dayOfMonth);
  return day === null ? null : (DAY_CODES[weekdayOf(day)] ?? null);
}
