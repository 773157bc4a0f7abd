import { DateTime } from 'luxon';
import type { CalendarDate } from '#base';

/** Days as people write them in notes: `2026-12-04`, `4 December`, `Dec 4th`, `4.12.`, `Friday`, `tomorrow`, `in 2 weeks`. */

/** Month names by their first three letters. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const MONTH_ALONE = new RegExp(`(?<![\\p{L}])${MONTH}(?![\\p{L}])`, 'iu');
const DAY_NUMBER = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,?\s{1,3}\d{4})`;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = String.raw`(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?`;

/** An ISO date; a date has no digits beside it. */
export const ISO_DAY = String.raw`(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)`;

/** A pattern without groups for every day that {@link dayOf} reads; use it with the flags `iu`. */
export const WRITTEN_DAY = `${ISO_DAY}|(?:${[
  // A weekday beside a date repeats it.
  `(?:${WEEKDAY},?\\s{1,3})?${DAY_NUMBER}\\s{1,3}(?:of\\s{1,3})?${MONTH}${YEAR}?`,
  `(?:${WEEKDAY},?\\s{1,3})?${MONTH}\\s{1,3}${DAY_NUMBER}${YEAR}?`,
  String.raw`\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?`,
  String.raw`\d{1,2}/\d{1,2}(?:/\d{4})?(?!/)`,
  String.raw`(?:today|tonight|tomorrow|eod|eow|end of (?:the |this )?(?:day|week|month)|end of next week|next week)`,
  `(?:(?:this|next|coming)\\s{1,3})?${WEEKDAY}`,
  String.raw`in\s{1,3}(?:\d{1,2}|an?|one|two|three|four)\s{1,3}(?:days?|weeks?|months?)`,
  // Once for all: each class of letters takes milliseconds to compile.
].join('|')})(?![\\p{L}\\p{N}])`;

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };

const isoOf = (day: DateTime): CalendarDate | null => (day.isValid ? day.toISODate() : null);
const utc = (date: CalendarDate): DateTime => DateTime.fromISO(date, { zone: 'utc' });

/** The date with that day and month. Without a year the one nearest to `from`; null without either. */
function inYear(
  day: number,
  month: number,
  year: number | null,
  from: CalendarDate | null,
): CalendarDate | null {
  if (year !== null) return isoOf(DateTime.utc(year, month, day));
  if (from === null) return null;
  const base = utc(from);
  const near = [-1, 0, 1]
    .map((by) => DateTime.utc(base.year + by, month, day))
    .filter((one) => one.isValid)
    .toSorted((a, b) => Math.abs(+a - +base) - Math.abs(+b - +base));
  return near[0] === undefined ? null : isoOf(near[0]);
}

/** `4 December 2026`, `Dec 4th`, with or without its weekday. */
function namedDate(words: string, from: CalendarDate | null): CalendarDate | null | undefined {
  const month = MONTH_ALONE.exec(words)?.[0];
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(words)?.[1];
  if (month === undefined || day === undefined) return undefined;
  const year = /\d{4}/.exec(words)?.[0];
  return inYear(Number(day), monthOf(month), year === undefined ? null : Number(year), from);
}

/** `4.12.` is day and month; of `12/4` only an order that cannot be mistaken is read: `12/24`, `24/12`, `4/4`. */
function numberedDate(words: string, from: CalendarDate | null): CalendarDate | null | undefined {
  const [, first, mark, second, year] = /^(\d{1,2})([./])\s?(\d{1,2})[./]?\s?(\d{4})?$/.exec(words) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [one, other] = [Number(first), Number(second)];
  const isDayFirst = mark === '.' || one > 12 || one === other;
  if (!isDayFirst && other <= 12) return null;
  const [day, month] = isDayFirst ? [one, other] : [other, one];
  return inYear(day, month, year === undefined ? null : Number(year), from);
}

/** `Friday` is the first one after `from`, `this Friday` that of its week, `next Friday` that of the week after it. */
function namedWeekday(words: string, from: DateTime): CalendarDate | null | undefined {
  const [, which, name] = new RegExp(`^(?:(this|next|coming)\\s+)?(${WEEKDAY})$`, 'i').exec(words) ?? [];
  if (name === undefined) return undefined;
  const number = WEEKDAYS.indexOf(name.slice(0, 3)) + 1;
  const monday = from.startOf('week');
  if (which === 'this') return isoOf(monday.plus({ days: number - 1 }));
  if (which === 'next') return isoOf(monday.plus({ days: 7 + number - 1 }));
  const ahead = (number - from.weekday + 7) % 7;
  return isoOf(from.plus({ days: ahead === 0 ? 7 : ahead }));
}

function relativeDay(words: string, from: DateTime): CalendarDate | null {
  // A working week ends on Friday; on a weekend it is the next one.
  const friday = from.startOf('week').plus({ days: from.weekday > 5 ? 11 : 4 });
  if (/^(?:today|tonight|eod|end of (?:the |this )?day)$/.test(words)) return isoOf(from);
  if (words === 'tomorrow') return isoOf(from.plus({ days: 1 }));
  if (/^(?:eow|end of (?:the |this )?week)$/.test(words)) return isoOf(friday);
  if (/^(?:next week|end of next week)$/.test(words)) return isoOf(from.startOf('week').plus({ days: 11 }));
  if (/^end of (?:the |this )?month$/.test(words)) return isoOf(from.endOf('month'));
  const [, count = '', unit] = /^in\s+(\S+)\s+(day|week|month)s?$/.exec(words) ?? [];
  const number = COUNTS[count] ?? Number(count);
  if (unit === 'day') return isoOf(from.plus({ days: number }));
  if (unit === 'week') return isoOf(from.plus({ weeks: number }));
  return unit === 'month' ? isoOf(from.plus({ months: number })) : null;
}

/**
 * The date of a written day.
 * @param from the day on which it was written, for relative words and dates without a year; null if unknown
 * @returns null if it names no certain date: `12/4`, `31 November`, or a relative word without `from`
 */
export function dayOf(written: string, from: CalendarDate | null): CalendarDate | null {
  const words = written.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (new RegExp(`^${ISO_DAY}$`).test(words)) return isoOf(utc(words));
  const named = namedDate(words, from) ?? numberedDate(words, from);
  if (named !== undefined) return named;
  if (from === null) return null;
  const base = utc(from);
  return namedWeekday(words, base) ?? relativeDay(words, base);
}
