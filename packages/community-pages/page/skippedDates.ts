import { checkedDay, dateText, dayNumber, type DayNumber, dayOfDateText } from '#calendar';
import type { CalendarDate } from '#base';
import { DATE_PATTERN, readDate, type WrittenDate } from '../schedule/dates.ts';
import { inEnglish } from '../schedule/otherLanguages.ts';
import { DAYS_PATTERN } from '../schedule/weekdays.ts';

/** Dates on which a meeting is left out: `No meeting on Dec 24 and Dec 31`, `12/24: cancelled`. */

/** `12/24`, without a year. */
const NUMBERS = '[0-3]?\\d/[0-3]?\\d(?![/\\d])';
const ONE_DATE = `(?:${DAYS_PATTERN},?\\s+(?:the\\s+)?)?(?:${DATE_PATTERN}|${NUMBERS})`;
/** Several dates, or a range. */
const DATES = `${ONE_DATE}(?:\\s*(?:,\\s*(?:and\\s+|or\\s+)?|and\\s+|or\\s+|&\\s*|-\\s*|through\\s+|to\\s+|until\\s+)${ONE_DATE}){0,20}`;
const MEETING = '(?:meetings?|calls?|sessions?|syncs?|office hours?)';
/** Words between `no` and the date. */
const BETWEEN =
  '(?:\\s+(?:an?|any|the|our|this|these|that|there|will|be|is|are|held|takes?|place|happen|meets?|hold|have|having|on|for|of|in|at|from|between|both|dates?|weekly|bi-?weekly|monthly|community|regular|team|group|public)|\\s+(?:the )?week of|\\s+' +
  MEETING +
  '|[:,])';
const NO = '(?:no|not|skip(?:s|ping|ped)?|cancel(?:s|led|ed|ling|ing)?|except(?:ing)?|without)';
/**
 * `No meeting on Dec 24`. Every word between is known, so that `skip to the notes of Dec 24` does not match.
 */
const BEFORE = new RegExp(
  `\\b${NO}(?<between>${BETWEEN}{0,8})\\s*(?<dates>${DATES})(?<rest>[^.]{0,60})`,
  'i',
);
/** `Dec 24: no meeting`, `the call on Dec 24 is cancelled` */
const AFTER = new RegExp(
  `(?<!\\w)(?<week>week of\\s+)?(?<dates>${DATES})[\\s:,(-]*(?:(?:the|this|our)\\s+)?(?:${MEETING}\\s+)?(?:(?:is|are|was|were|has been|have been|will be)\\s+)?(?:cancell?ed|skipped|(?:no|not|skip|skipping)\\s+(?:weekly |community )?(?:${MEETING}|meeting)|off\\b)(?<rest>[^.]{0,60})`,
  'i',
);
/** A cheap test: most texts have no such date. */
const MAY_SKIP = /\d.*\b(?:no|not|skip|cancel|off)|\b(?:no|not|skip|cancel|except|without).*\d/i;
/** A replacement, or a part of these dates, is more than a date that is left out. */
const MORE =
  /^\s*(?:,\s*)?(?:and|&|,|-)?\s*(?:\d|[^.]*\b(?:when|where|instead|moved?|rescheduled|postponed|unless|if)\b)/i;
/** In days. A date without a year is the one nearest to today; longer ranges are seasons. */
const LONGEST_GAP = 62;
const WEEK = 7;

/** The dates that a sentence leaves out, and their place in it. */
export interface Skips {
  /** Null if the words do not give them. */
  readonly dates: readonly CalendarDate[] | null;
  readonly start: number;
  readonly end: number;
}

function writtenDate(text: string): WrittenDate | null {
  const numbers = /(?<![\d/-])(\d{1,2})\/(\d{1,2})$/.exec(text.trim());
  if (numbers === null) return readDate(text);
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  // `05/06` is two dates.
  if (first <= 12 && second <= 12 && first !== second) return null;
  return { year: null, month: Math.min(first, second), dayOfMonth: Math.max(first, second) };
}

/** The day of a date. Without a year: that of its section, or else the one nearest to today. */
function dayOfWritten(written: WrittenDate, year: number | null, today: DayNumber): DayNumber | null {
  const { month, dayOfMonth } = written;
  const named = written.year ?? year;
  if (named !== null) return checkedDay(named, month, dayOfMonth);
  const [now] = [Number(dateText(today).slice(0, 4))];
  const days = [now - 1, now, now + 1].flatMap((one) => checkedDay(one, month, dayOfMonth) ?? []);
  return days.toSorted((one, other) => Math.abs(one - today) - Math.abs(other - today))[0] ?? null;
}

/** All days of a range; null if a date is ambiguous. */
function daysIn(text: string, year: number | null, today: DayNumber): DayNumber[] | null {
  const days: DayNumber[] = [];
  let end = 0;
  for (const match of text.matchAll(new RegExp(ONE_DATE, 'gi'))) {
    const written = writtenDate(match[0]);
    const day = written === null ? null : dayOfWritten(written, year, today);
    if (day === null) return null;
    const last = days.at(-1);
    const isRange = /^\s*(?:-|through|to|until)\s*$/i.test(text.slice(end, match.index));
    if (isRange && last !== undefined) {
      if (day < last || day - last > LONGEST_GAP) return null;
      for (let between = last + 1; between < day; between += 1) days.push(between);
    }
    days.push(day);
    end = match.index + match[0].length;
  }
  return days;
}

const weekOf = (day: DayNumber): DayNumber[] => {
  const monday = Math.floor((day + 3) / WEEK) * WEEK - 3;
  return Array.from({ length: WEEK }, (_, index) => monday + index);
};

/**
 * The dates that a sentence leaves out; null if it leaves out none.
 * @param year of its section; null if none is named
 * @param today a date without a year is the one nearest to it
 */
export function skipsIn(written: string, year: number | null, today: CalendarDate): Skips | null {
  const sentence = inEnglish(written);
  if (!MAY_SKIP.test(sentence)) return null;
  const match = BEFORE.exec(sentence) ?? AFTER.exec(sentence);
  if (match?.groups === undefined) return null;
  const { dates: text = '', rest = '', between = '', week } = match.groups;
  const span = { start: match.index, end: match.index + match[0].length - rest.length };
  const now = dayOfDateText(today) ?? dayNumber(2026, 1, 1);
  // Usage differs on whether a range includes its first and last day.
  const isOpen = MORE.test(rest) || /\bbetween\s*$/i.test(between);
  const days = isOpen ? null : daysIn(text, year, now);
  if (days === null) return { ...span, dates: null };
  const isWeek = week !== undefined || /week of/i.test(between);
  // In another year the week differs: without a year only a single date is certain.
  if (isWeek && year === null && !/\d{4}/.test(text)) return { ...span, dates: null };
  return { ...span, dates: (isWeek ? days.flatMap(weekOf) : days).map(dateText) };
}

/** The text with blanks in place of the dates that are left out. */
export function withoutSkips(written: string): string {
  const text = inEnglish(written);
  const skips = skipsIn(text, null, '2026-01-01');
  return skips === null
    ? text
    : text.slice(0, skips.start) + ' '.repeat(skips.end - skips.start) + text.slice(skips.end);
}
