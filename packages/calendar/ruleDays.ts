import { isoWeekOf } from './isoWeek.ts';
import { dateOf, daysInMonth, weekdayOf, type DayNumber } from './wallTime.ts';

/**
 * Rules as community pages give them (BYDAY, BYMONTH, BYMONTHDAY, BYWEEKNO; INTERVAL of weeks and months), tested day
 * by day.
 */

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A BYDAY entry: `TU`, `2TU`, `-1FR`. */
function matchesDay(entry: string, day: DayNumber): boolean {
  const match = /^(-?\d)?([A-Z]{2})$/.exec(entry);
  if (match === null || WEEKDAYS[weekdayOf(day)] !== match[2]) return false;
  const nth = Number(match[1] ?? 0);
  const { year, month, dayOfMonth } = dateOf(day);
  if (nth === 0) return true;
  return nth > 0
    ? Math.ceil(dayOfMonth / 7) === nth
    : Math.ceil((daysInMonth(year, month) - dayOfMonth + 1) / 7) === -nth;
}

/** Compiled once: a rule is asked for each of many days. */
const PARTS = {
  BYDAY: /(?:^|;)BYDAY=([^;]+)/,
  BYMONTH: /(?:^|;)BYMONTH=([^;]+)/,
  BYMONTHDAY: /(?:^|;)BYMONTHDAY=([^;]+)/,
  BYWEEKNO: /(?:^|;)BYWEEKNO=([^;]+)/,
  INTERVAL: /(?:^|;)INTERVAL=([^;]+)/,
} as const;
type PartName = keyof typeof PARTS;

const valueOf = (rule: string, name: PartName): string | undefined => PARTS[name].exec(rule)?.[1];

const listOf = (rule: string, name: PartName): string[] => valueOf(rule, name)?.split(',') ?? [];

/** The lists of a rule by which its days are chosen. */
const listsOf = (rule: string) => ({
  rule,
  days: listOf(rule, 'BYDAY'),
  months: listOf(rule, 'BYMONTH'),
  monthDays: listOf(rule, 'BYMONTHDAY'),
  weeks: listOf(rule, 'BYWEEKNO'),
});

/** Those of the rule that was asked for last: the next question is about another day of it. */
let last = listsOf('');

/**
 * Whether a rule falls on a day, ignoring INTERVAL.
 * @param rule RRULE value
 */
export function fitsDay(rule: string, day: DayNumber): boolean {
  if (last.rule !== rule) last = listsOf(rule);
  const { days, months, monthDays, weeks } = last;
  return (
    (days.length === 0 || days.some((entry) => matchesDay(entry, day))) &&
    (months.length === 0 || months.includes(String(dateOf(day).month))) &&
    (monthDays.length === 0 || monthDays.includes(String(dateOf(day).dayOfMonth))) &&
    (weeks.length === 0 || weeks.includes(String(isoWeekOf(day))))
  );
}

/** INTERVAL of a weekly or monthly rule; 1 for all other rules. */
export const intervalOf = (rule: string): number =>
  /^FREQ=(?:WEEKLY|MONTHLY)\b/.test(rule) ? Number(valueOf(rule, 'INTERVAL') ?? 1) : 1;

/** Number of the week (from Monday) or month that contains a day, in the unit of the rule. */
export function periodOf(rule: string, day: DayNumber): number {
  if (!rule.startsWith('FREQ=MONTHLY')) return Math.floor((day + 3) / 7);
  const { year, month } = dateOf(day);
  return year * 12 + month;
}

/** The rule without INTERVAL. */
export const everyPeriod = (rule: string): string => rule.replace(/;INTERVAL=\d+/, '');
