import { dateText, dayNumber, dayOfDateText, fitsDay } from '#calendar';
import type { CalendarDate } from '#base';

/** Dates begin here if no first date is known: earlier than any note about a meeting. */
const EARLIEST = dayNumber(2023, 1, 1);
/** In days. A rule without a date in this range has none. */
const LONGEST_SEARCH = 800;

/**
 * The first date of a rule of a community page (BYDAY, BYMONTHDAY, BYWEEKNO), not before `from`, or else not
 * before 2023.
 * Null if the rule has no date.
 */
export function firstDate(rule: string, from: CalendarDate | null): CalendarDate | null {
  const start = (from === null ? null : dayOfDateText(from)) ?? EARLIEST;
  for (let day = start; day < start + LONGEST_SEARCH; day += 1) if (fitsDay(rule, day)) return dateText(day);
  return null;
}
