import { dateText, dayNumber, dayOfDateText, fitsDay } from '#calendar';
import type { CalendarDate } from '#base';

/** Dates begin here where no first one is known: before any note that could hang on one. */
const EARLIEST = dayNumber(2023, 1, 1);
/** A rule that has no date in so many days has none. */
const LONGEST_SEARCH = 800;

/**
 * The first date of a rule as community pages give them (BYDAY, BYMONTHDAY, BYWEEKNO), from `from` on, or from 2023.
 * Null where the rule has no date.
 */
export function firstDate(rule: string, from: CalendarDate | null): CalendarDate | null {
  const start = (from === null ? null : dayOfDateText(from)) ?? EARLIEST;
  for (let day = start; day < start + LONGEST_SEARCH; day += 1) if (fitsDay(rule, day)) return dateText(day);
  return null;
}
