import type { AgendaDay } from '#core/agenda/agenda.ts';
import type { CalendarDate } from '#base';
import { daysBetween } from './weeks.ts';

/** Rows rendered at first, and added each time: as many as render without a pause. */
export const ROWS_AT_ONCE = 120;

/** Two weeks, since most meetings are weekly or every two weeks. */
const FIRST_DAYS = 14;

/**
 * The part of the agenda to render: whole days up to about `rows` rows.
 * @param today limits it to the first two weeks; null for all days
 */
export function shownDays(days: readonly AgendaDay[], rows: number, today: CalendarDate | null): AgendaDay[] {
  const shown: AgendaDay[] = [];
  let count = 0;
  for (const day of days) {
    if (count >= rows || (today !== null && daysBetween(today, day.date) >= FIRST_DAYS)) break;
    shown.push(day);
    count += day.occurrences.length;
  }
  return shown;
}
