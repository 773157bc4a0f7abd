import { dateOf, dayNumber, weekdayOf, type DayNumber } from './wallTime.ts';

/** ISO 8601 week number: weeks begin on Monday, and week 1 contains the first Thursday of the year. */
export function isoWeekOf(day: DayNumber): number {
  const thursday = day - weekdayOf(day) + 3;
  const firstOfYear = dayNumber(dateOf(thursday).year, 1, 1);
  return Math.floor((thursday - firstOfYear) / 7) + 1;
}
