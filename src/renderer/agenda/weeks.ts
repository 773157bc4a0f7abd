import { type CalendarDate, DAY } from '#base';
import { texts } from './texts.ts';

const noonUtc = (date: CalendarDate): number => Date.parse(`${date}T12:00:00Z`);

/**
 * The first day of a date's week.
 * @param firstDay 1 is Monday, 7 is Sunday
 */
export function weekStart(date: CalendarDate, firstDay: number): CalendarDate {
  const noon = noonUtc(date);
  const weekday = new Date(noon).getUTCDay();
  const back = (weekday - (firstDay % 7) + 7) % 7;
  return new Date(noon - back * DAY).toISOString().slice(0, 10);
}

/** The date that many days later; earlier if negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(noonUtc(date) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one date to another. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((noonUtc(to) - noonUtc(from)) / DAY);

/** `Next week`, `In 3 weeks`; null in the week of `today`. */
export function weekLabel(date: CalendarDate, today: CalendarDate, firstDay: number): string | null {
  const weeks = daysBetween(weekStart(today, firstDay), weekStart(date, firstDay)) / 7;
  if (weeks < 1) return null;
  return weeks === 1 ? texts.nextWeek : texts.inWeeks(weeks);
}
