import { dateOf, dateText, dayNumber, dayOfDateText, daysInMonth, weekdayOf } from '../calendar/wallTime.ts';
import type { DayNumber } from '../calendar/wallTime.ts';
import { isoWeekOf } from '../calendar/isoWeek.ts';
import type { CalendarDate } from '../time.ts';
import { DAY_CODES } from './schedule/weekdays.ts';

/** Dates begin here where no first one is known: before any note that could hang on one. */
const EARLIEST = dayNumber(2023, 1, 1);
/** A rule that has no date in so many days has none. */
const LONGEST_SEARCH = 800;

/** A BYDAY entry: `TU`, `2TU`, `-1FR`. */
function matchesDay(entry: string, day: DayNumber): boolean {
  const match = /^(-?\d)?([A-Z]{2})$/.exec(entry);
  if (match === null || DAY_CODES[weekdayOf(day)] !== match[2]) return false;
  const nth = Number(match[1] ?? 0);
  const { year, month, dayOfMonth } = dateOf(day);
  if (nth === 0) return true;
  return nth > 0
    ? Math.ceil(dayOfMonth / 7) === nth
    : Math.ceil((daysInMonth(year, month) - dayOfMonth + 1) / 7) === -nth;
}

const listOf = (rule: string, name: string): string[] =>
  new RegExp(`(?:^|;)${name}=([^;]+)`).exec(rule)?.[1]?.split(',') ?? [];

/** Whether a rule without interval falls on a day. */
function fits(rule: string, day: DayNumber): boolean {
  const [days, monthDays, weeks] = [
    listOf(rule, 'BYDAY'),
    listOf(rule, 'BYMONTHDAY'),
    listOf(rule, 'BYWEEKNO'),
  ];
  return (
    (days.length === 0 || days.some((entry) => matchesDay(entry, day))) &&
    (monthDays.length === 0 || monthDays.includes(String(dateOf(day).dayOfMonth))) &&
    (weeks.length === 0 || weeks.includes(String(isoWeekOf(day))))
  );
}

/**
 * The first date of a rule as community pages give them (BYDAY, BYMONTHDAY, BYWEEKNO), from `from` on, or from 2023.
 * Null where the rule has no date.
 */
export function firstDate(rule: string, from: CalendarDate | null): CalendarDate | null {
  const start = (from === null ? null : dayOfDateText(from)) ?? EARLIEST;
  for (let day = start; day < start + LONGEST_SEARCH; day += 1) if (fits(rule, day)) return dateText(day);
  return null;
}
