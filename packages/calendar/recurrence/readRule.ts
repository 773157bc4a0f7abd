import ICAL from 'ical.js';
import { memoize } from '#base';
import type { Weekday } from '../wallTime.ts';
import { FREQUENCIES, type Frequency, type RecurrenceRule, type RuleDay } from './rule.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Numbers that count from the end if negative; zero is invalid. */
const COUNTED_FROM_ENDS = ['BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYSETPOS'] as const;
const PARTS: ReadonlySet<string> = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYMONTH',
  'BYWEEKNO',
  'BYYEARDAY',
  'BYMONTHDAY',
  'BYDAY',
  'BYHOUR',
  'BYMINUTE',
  'BYSECOND',
  'BYSETPOS',
]);
/** Upper bound of INTERVAL and COUNT; no calendar lasts longer in any unit. */
const MAX_NUMBER = 1_000_000_000;

/** A rule, or in plain words why the text is not one. */
export type ReadRule =
  | { readonly rule: RecurrenceRule; readonly flaw: null }
  | { readonly rule: null; readonly flaw: string };

/**
 * Reads the value of an RRULE (RFC 5545 §3.3.10) with ical.js. Repairs first what ical.js rejects but is
 * understandable: lower case, blanks, empty items. Ignores unknown parts.
 * @param readUntil reads UNTIL as the last possible occurrence; null if it is not a date
 */
export function readRule(text: string, readUntil: (value: string) => number | null): ReadRule {
  if (!LIMITS.test(text)) return rhythmIn(text);
  const { rhythmText, untilText, countText } = limitsIn(text);
  const { rule: rhythm, flaw } = rhythmIn(rhythmText);
  if (rhythm === null) return { rule: null, flaw };
  const until = untilText === undefined ? null : readUntil(untilText);
  const count = countText === undefined ? null : Math.min(Number.parseInt(countText, 10), MAX_NUMBER);
  if (untilText !== undefined && until === null) return impossible([`UNTIL=${untilText}`]);
  if (count !== null && !(count > 0)) return impossible([`COUNT=${countText}`]);
  return { rule: { ...rhythm, count, until }, flaw: null };
}

/** A rule with one limit, as nearly all software writes it. */
const ONE_LIMIT =
  /^(FREQ=[A-Z]+(?:;[A-Z]+=[A-Z\d,+-]+)*?);(?:UNTIL=(\d{8}(?:T\d{6}Z?)?)|COUNT=(\d+))((?:;[A-Z]+=[A-Z\d,+-]+)*)$/;

const LONGEST_SIMPLE = 200;

interface LimitedRule {
  readonly rhythmText: string;
  readonly untilText: string | undefined;
  readonly countText: string | undefined;
}

function limitsIn(text: string): LimitedRule {
  // Only of a short text, since a long one could be written to be slow.
  const match = text.length > LONGEST_SIMPLE ? null : ONE_LIMIT.exec(text);
  const [, before = '', until, count, after = ''] = match ?? [];
  const rhythmText = before + after;
  if (match !== null && !LIMITS.test(rhythmText)) return { rhythmText, untilText: until, countText: count };
  const parts = partsOf(text);
  const untilText = parts.get('UNTIL');
  const countText = parts.get('COUNT');
  parts.delete('UNTIL');
  parts.delete('COUNT');
  return { rhythmText: textOf(parts).join(';'), untilText, countText };
}

const impossible = (flaws: readonly string[]): ReadRule => ({
  rule: null,
  flaw: `invalid parts: ${flaws.join(', ')}`,
});

const LIMITS = /UNTIL|COUNT/i;

const textOf = (parts: ReadonlyMap<string, string>): string[] =>
  [...parts].map(([name, value]) => `${name}=${value}`);

/** Reads a rule text without UNTIL and COUNT. */
const rhythmIn = memoize((text): ReadRule => {
  const parts = partsOf(text);
  const written = textOf(parts);
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  if (frequency === undefined) return { rule: null, flaw: 'it does not say how often (FREQ)' };
  const recur = recurOf(written.join(';'));
  const flaws = written.filter((part) => recur === null && recurOf(part) === null);
  for (const name of COUNTED_FROM_ENDS) if (recur?.parts[name]?.includes(0)) flaws.push(`${name}=0`);
  if (recur === null || flaws.length > 0) return impossible(flaws);

  const list = (values: readonly number[] | undefined) =>
    values === undefined ? EMPTY : [...new Set(values)].sort((one, other) => one - other);
  const { BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, BYHOUR, BYMINUTE, BYSECOND, BYSETPOS } =
    recur.parts;
  const rule: RecurrenceRule = {
    frequency,
    interval: Math.min(recur.interval, MAX_NUMBER),
    count: null,
    until: null,
    // ical.js counts weekdays from Sunday = 1.
    weekStart: (recur.wkst + 5) % 7,
    byMonth: list(BYMONTH),
    byWeekNumber: frequency === 'YEARLY' ? list(BYWEEKNO) : EMPTY,
    byYearDay: isByDaysOfYear(frequency) ? list(BYYEARDAY) : EMPTY,
    byMonthDay: frequency === 'WEEKLY' ? EMPTY : list(BYMONTHDAY),
    byDay: (BYDAY ?? EMPTY).map(dayOf),
    byHour: list(BYHOUR),
    byMinute: list(BYMINUTE),
    // A leap second counts as second 59.
    bySecond: list(BYSECOND?.map((second) => Math.min(second, 59))),
    // BYSETPOS without another BY part is forbidden by the RFC; readers ignore it.
    byPosition: written.some((part) => /^BY(?!SETPOS)/.test(part)) ? list(BYSETPOS) : EMPTY,
  };
  return { rule, flaw: null };
});

const EMPTY: readonly never[] = [];

/** The non-empty parts of a rule, by name. */
function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of text
    .toUpperCase()
    .replaceAll(/[\s"]+/g, '')
    .split(';')) {
    const equals = part.indexOf('=');
    // Some writers repeat the property name inside its value.
    const name = part.slice(0, equals).replace(/^RRULE:/, '');
    const value = part.slice(equals + 1).replaceAll(/,(?=,|$)|^,+/g, '');
    if (PARTS.has(name) && value !== '') parts.set(name, value);
  }
  // An invalid WKST counts as Monday.
  if (!WEEKDAYS.some((name) => name === parts.get('WKST'))) parts.delete('WKST');
  return parts;
}

/** Null if ical.js rejects it. */
function recurOf(text: string): ICAL.Recur | null {
  try {
    return ICAL.Recur.fromString(text);
  } catch {
    return null;
  }
}

const isByDaysOfYear = (frequency: Frequency) =>
  frequency === 'YEARLY' || frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY';

/** Parses `2TU` or `TU`, already validated by ical.js. */
function dayOf(written: string): RuleDay {
  const weekday: Weekday = WEEKDAYS.findIndex((name) => name === written.slice(-2));
  return { weekday, nth: written.length > 2 ? Number(written.slice(0, -2)) : null };
}
