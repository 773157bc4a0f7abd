import ICAL from 'ical.js';
import { DAY, HOUR, MINUTE, SECOND } from '#base';
import type { Length } from '../series.ts';
import { checkedDay, type DayNumber, type WallTime } from '../wallTime.ts';

/** A DATE or DATE-TIME (RFC 5545 §3.3.4, §3.3.5); for a date, `wall` is midnight. */
export interface DateValue {
  readonly wall: WallTime;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

/** The bit that distinguishes a lower-case letter from its capital. */
const LOWER_CASE_BIT = 32;
const [LETTER_T, LETTER_Z] = [116, 122];

const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
};

/**
 * Reads `20261124` or `20261124T090000` with or without `Z`; null if it is not a date. Second 60 counts as 59.
 * Also reads what some software writes: `2026-11-24T09:00:00Z`, missing seconds, an offset, hour 24.
 */
export const readDateValue = (text: string): DateValue | null => readExactDate(text) ?? readLooseDate(text);

/** Reads a date exactly as in RFC 5545. */
function readExactDate(text: string): DateValue | null {
  const isDate = text.length === 8;
  const day = exactDay(text, 0);
  const time = isDate ? 0 : exactTime(text, 0, text.length);
  return day === null || time < 0 ? null : { wall: day * DAY + time, isDate, isUtc: text.length === 16 };
}

/** The date that was read last. Most events end on the day on which they start. */
let lastDate = 0;
let lastDay: DayNumber | null = null;

/** Reads a DATE, written exactly as in RFC 5545, at an offset of the text; null if it is invalid. */
export function exactDay(text: string, at: number): DayNumber | null {
  const date = digits(text, at, at + 8);
  if (date !== lastDate) {
    lastDate = date;
    lastDay = checkedDay(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
  }
  return lastDay;
}

/**
 * Reads the time of a DATE-TIME, written exactly as in RFC 5545, from a range of the text. Returns ms from midnight;
 * negative if it is invalid.
 */
export function exactTime(text: string, from: number, to: number): number {
  const length = to - from;
  if (length !== 15 && length !== 16) return -1;
  if (length === 16 && (text.charCodeAt(from + 15) | LOWER_CASE_BIT) !== LETTER_Z) return -1;
  if ((text.charCodeAt(from + 8) | LOWER_CASE_BIT) !== LETTER_T) return -1;
  const time = digits(text, from + 9, from + 15);
  const hour = Math.floor(time / 10_000);
  const minute = Math.floor(time / 100) % 100;
  const second = time % 100;
  if (!(hour < 24 && minute < 60 && second <= 60)) return -1;
  return hour * HOUR + minute * MINUTE + Math.min(second, 59) * SECOND;
}

const LOOSE_DATE =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

function readLooseDate(text: string): DateValue | null {
  const [, year, month, dayOfMonth, hour, minute, second, zone] = LOOSE_DATE.exec(text) ?? [];
  const day = checkedDay(Number(year), Number(month), Number(dayOfMonth));
  if (day === null) return null;
  if (hour === undefined) return { wall: day * DAY, isDate: true, isUtc: false };
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Math.min(Number(second ?? 0), 59) * SECOND;
  const offset = zone === undefined || /^z$/i.test(zone) ? 0 : readOffset(zone);
  if (time > DAY || Number(minute) > 59 || offset === null) return null;
  return { wall: day * DAY + time - offset, isDate: false, isUtc: zone !== undefined };
}

/**
 * Reads a DURATION (RFC 5545 §3.3.6), also with weeks beside other parts; weeks and days are nominal. Null if
 * invalid.
 */
export function readDuration(text: string): (Length & { readonly sign: 1 | -1 }) | null {
  const written = text.trim().toUpperCase();
  // ical.js also accepts inner signs, as in `P-1D`.
  if (!ICAL.Duration.isValueString(written) || !/^[+-]?P[^+-]*$/.test(written)) return null;
  try {
    const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(written);
    const length = { days: weeks * 7 + days, ms: hours * HOUR + minutes * MINUTE + seconds * SECOND };
    const isTooLong = length.days > MAX_DAYS || length.ms > MAX_DAYS * DAY;
    return isTooLong ? null : { ...length, sign: isNegative ? -1 : 1 };
  } catch {
    return null;
  }
}

/** Longer durations are mistakes, and would exceed the range of dates. */
const MAX_DAYS = 366 * 100;

/** Reads `+0100`, `-053000` or `+01:00` (RFC 5545 §3.3.14) in ms; null if invalid. */
export function readOffset(text: string): number | null {
  const match = /^([+-]?)(\d{2}):?(\d{2})(?::?(\d{2}))?$/.exec(text.trim());
  if (match === null) return null;
  const ms = Number(match[2]) * HOUR + Number(match[3]) * MINUTE + Number(match[4] ?? 0) * SECOND;
  return ms >= DAY ? null : match[1] === '-' ? -ms : ms;
}
