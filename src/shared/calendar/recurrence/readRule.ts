import type { Weekday } from '../wallTime.ts';
import { FREQUENCIES } from './rule.ts';
import type { Frequency, RecurrenceRule, RuleDay } from './rule.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rule, or in plain words why the text is none. */
export type ReadRule =
  | { readonly rule: RecurrenceRule; readonly flaw: null }
  | { readonly rule: null; readonly flaw: string };

/**
 * Reads the value of an RRULE (RFC 5545 §3.3.10). Keywords may be in any case and blanks are passed over; parts that
 * begin with `X-` or are unknown are ignored. `readUntil` gives the last possible instance, or null for no date.
 */
export function readRule(text: string, readUntil: (value: string) => number | null): ReadRule {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().replaceAll(/\s+/g, '').split(';')) {
    const equals = part.indexOf('=');
    // Some writers repeat the property's name inside its value.
    if (equals > 0) parts.set(part.slice(0, equals).replace(/^RRULE:/, ''), part.slice(equals + 1));
  }
  const flaws: string[] = [];
  const flaw = (part: string) => void flaws.push(`${part}=${parts.get(part)}`);

  const frequency = FREQUENCIES.find((known) => known === parts.get('FREQ'));
  if (frequency === undefined) return { rule: null, flaw: 'it does not say how often (FREQ)' };

  const number = (part: string): number | null => {
    const value = parts.get(part);
    if (value === undefined) return null;
    if (/^\+?[1-9]\d{0,8}$/.test(value)) return Number(value);
    flaw(part);
    return null;
  };
  const list = (part: string, least: number, most: number): number[] => {
    const value = parts.get(part);
    if (value === undefined || value === '') return [];
    const numbers = value.split(',').filter((item) => item !== '');
    const isWrong = (item: string) => !/^[+-]?\d{1,3}$/.test(item) || !isWithin(Number(item), least, most);
    if (numbers.some(isWrong)) flaw(part);
    return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
  };

  const untilText = parts.get('UNTIL');
  const until = untilText === undefined || untilText === '' ? null : readUntil(untilText);
  if (untilText && until === null) flaw('UNTIL');
  const byDay = readDays(parts.get('BYDAY') ?? '');
  if (byDay === null) flaw('BYDAY');

  const rule: RecurrenceRule = {
    frequency,
    interval: number('INTERVAL') ?? 1,
    count: number('COUNT'),
    until,
    weekStart: weekday(parts.get('WKST') ?? '') ?? 0,
    byMonth: list('BYMONTH', 1, 12),
    byWeekNumber: frequency === 'YEARLY' ? list('BYWEEKNO', -53, 53) : [],
    byYearDay: isByDaysOfYear(frequency) ? list('BYYEARDAY', -366, 366) : [],
    byMonthDay: frequency === 'WEEKLY' ? [] : list('BYMONTHDAY', -31, 31),
    byDay: byDay ?? [],
    byHour: list('BYHOUR', 0, 23),
    byMinute: list('BYMINUTE', 0, 59),
    // A leap second counts as the last one of its minute.
    bySecond: [...new Set(list('BYSECOND', 0, 60).map((second) => Math.min(second, 59)))],
    // On its own it has nothing to choose from; the RFC forbids it, and readers pass it over.
    byPosition: hasOtherParts(parts) ? list('BYSETPOS', -366, 366) : [],
  };
  return flaws.length > 0 ? { rule: null, flaw: `it cannot be: ${flaws.join(', ')}` } : { rule, flaw: null };
}

const hasOtherParts = (parts: ReadonlyMap<string, string>) =>
  parts.keys().some((part) => part.startsWith('BY') && part !== 'BYSETPOS');

/** Zero is no position where negative numbers count from the end. */
const isWithin = (value: number, least: number, most: number) =>
  value >= least && value <= most && !(least < 0 && value === 0);

const isByDaysOfYear = (frequency: Frequency) =>
  frequency === 'YEARLY' || frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY';

const weekday = (text: string): Weekday | null => {
  const index = WEEKDAYS.findIndex((name) => name === text);
  return index < 0 ? null : index;
};

function readDays(text: string): RuleDay[] | null {
  const days: RuleDay[] = [];
  for (const item of text.split(',').filter((part) => part !== '')) {
    const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item);
    const day = weekday(match?.[2] ?? '');
    const nth = match?.[1] === undefined ? null : Number(match[1]);
    if (day === null || nth === 0 || Math.abs(nth ?? 1) > 53) return null;
    days.push({ weekday: day, nth });
  }
  return days;
}
