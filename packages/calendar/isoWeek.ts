import { dateOf, dayNumber, weekdayOf, type DayNumber } from './wallTime.ts';

/** Week of a day by ISO 8601: weeks begin on Monday, and the first one of a year holds its first Thursday. */
export function isoWeekOf(day: DayNumber): number {
  const thursday = day - weekdayOf(day) + 3;
  const firstOfYear = dayNumber(dateOf(thursday).year, 1, 1);
  return Math.floor((thursday - firstOfYear) / 7) + 1;
}
