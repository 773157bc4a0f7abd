import { DateTime, Info } from 'luxon';
import type { CalendarDate } from '#base';

/** The fewest letters of a word: `tue`, `dec`, `tom`. */
const FEWEST_LETTERS = 3;

/** The index of the only name that begins with these letters; -1 for none. */
const indexOf = (letters: string, names: readonly string[]): number =>
  letters.length < FEWEST_LETTERS ? -1 : names.findIndex((name) => name.startsWith(letters));

const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());
const MONTHS = lower(Info.months('long', { locale: 'en' }));
/** Monday first. */
const WEEKDAYS = lower(Info.weekdays('long', { locale: 'en' }));
const NEAR = ['yesterday', 'today', 'tomorrow'];
const UNITS = ['days', 'weeks', 'months', 'years'] as const;

const parse = (year: number, month: number, day: number): DateTime | null => {
  const date = DateTime.fromObject({ year, month, day }, { zone: 'UTC' });
  return date.isValid ? date : null;
};

/** The date of a day and month: in that year, or else the nearest one to today. */
function dayAndMonth(today: DateTime, day: number, month: number, year: number | null): DateTime | null {
  if (year !== null) return parse(year < 100 ? 2000 + year : year, month, day);
  const dates = [-1, 0, 1].flatMap((years) => parse(today.year + years, month, day) ?? []);
  const distance = (date: DateTime): number => Math.abs(date.diff(today).as('days'));
  return dates.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** `tue`: from today on. `next tue`: in the week after this one. `last tue`: before today. */
function weekday(today: DateTime, which: string, index: number): DateTime {
  const inThisWeek = today.startOf('week').plus({ days: index });
  if (which === 'next') return inThisWeek.plus({ weeks: 1 });
  if (which === 'last') return inThisWeek < today ? inThisWeek : inThisWeek.minus({ weeks: 1 });
  return inThisWeek < today && which !== 'this' ? inThisWeek.plus({ weeks: 1 }) : inThisWeek;
}

/** `today`, `tue`, `next tue`, `next week`. */
function named(today: DateTime, text: string): DateTime | null {
  const near = indexOf(text, NEAR);
  if (near !== -1) return today.plus({ days: near - 1 });
  const [, which = '', name = ''] = /^(?:(next|last|this)\s+)?([a-z]+)$/.exec(text) ?? [];
  const day = indexOf(name, WEEKDAYS);
  if (day !== -1) return weekday(today, which, day);
  const unit = UNITS.find((one) => one === `${name}s`);
  if (unit === undefined || which === '' || which === 'this') return null;
  return today.plus({ [unit]: which === 'next' ? 1 : -1 });
}

/** `in 3 weeks`, `a month ago`. */
function away(today: DateTime, text: string): DateTime | null {
  const [, ahead, count = '', name = '', ago] =
    /^(in\s+)?(an?|\d{1,4})\s*([a-z]+?)s?(\s+ago)?$/.exec(text) ?? [];
  const unit = UNITS.find((one) => one === `${name}s` || (name.length === 1 && one.startsWith(name)));
  if (unit === undefined || (ahead === undefined) === (ago === undefined)) return null;
  const amount = /^an?$/.test(count) ? 1 : Number(count);
  return today.plus({ [unit]: ago === undefined ? amount : -amount });
}

/** `24 dec`, `Dec 24, 2026`, `24 December 2026`. */
function withMonthName(today: DateTime, text: string): DateTime | null {
  const [, before, name = '', after, year] =
    /^(\d{1,2})?(?:st|nd|rd|th|\.)?\s*([a-z]+)\.?\s*(\d{1,2})?(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/.exec(
      text,
    ) ?? [];
  const month = indexOf(name, MONTHS);
  const day = before ?? after;
  if (month === -1 || day === undefined || (before !== undefined && after !== undefined)) return null;
  return dayAndMonth(today, Number(day), month + 1, year === undefined ? null : Number(year));
}

/** `2026-12-24`, `24.12.`, `24/12/26`, or `12/24` where the month comes first. */
function withNumbers(today: DateTime, text: string, isMonthFirst: boolean): DateTime | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return parse(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, first, mark, second, year] =
    /^(\d{1,2})([./-])(\d{1,2})(?:[./-](\d{4}|\d{2})?)?$/.exec(text) ?? [];
  if (first === undefined) return null;
  // Points are written by those who write the day first.
  const [day, month] = isMonthFirst && mark !== '.' ? [second, first] : [first, second];
  return dayAndMonth(today, Number(day), Number(month), year === undefined ? null : Number(year));
}

/**
 * The date that a text names, in English words or numbers: `next tue`, `tomorrow`, `24 dec`, `in 3 weeks`,
 * `2026-12-24`. Null if it names none.
 * @param isMonthFirst `12/24` is 24 December
 */
export function dayInWords(text: string, today: CalendarDate, isMonthFirst: boolean): CalendarDate | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const now = DateTime.fromISO(today, { zone: 'UTC' });
  const date =
    named(now, words) ??
    away(now, words) ??
    withMonthName(now, words) ??
    withNumbers(now, words, isMonthFirst);
  return date?.toISODate() ?? null;
}

/** True if dates are written with the month first, as in `12/24`. */
export const isMonthFirst = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .find(({ type }) => type === 'day' || type === 'month')?.type === 'month';
