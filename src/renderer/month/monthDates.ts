import type { CalendarDate } from '#base';
import { addDays, weekStart } from '../agenda/weeks.ts';

/** Six weeks hold any month, so that all months are equally high. */
const DAYS_SHOWN = 42;

/** The first date of a date's month. */
export const monthOf = (date: CalendarDate): CalendarDate => `${date.slice(0, 7)}-01`;

/** The same day some months later, or the last of that month if it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  return `${month}-${String(Math.min(last, Number(date.slice(8)))).padStart(2, '0')}`;
}

/** The dates that a month shows: six whole weeks. */
export function datesOfMonth(month: CalendarDate, firstDay: number): readonly CalendarDate[] {
  const first = weekStart(month, firstDay);
  return Array.from({ length: DAYS_SHOWN }, (_, day) => addDays(first, day));
}

/** The date to which a key moves from another; null if the key does not move. */
export function dateByKey(key: string, date: CalendarDate, firstDay: number): CalendarDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return weekStart(date, firstDay);
    case 'End':
      return addDays(weekStart(date, firstDay), 6);
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    default:
      return null;
  }
}
