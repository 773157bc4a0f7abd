/** A day of the week: 1 is Monday, 7 is Sunday. */
export interface WeekdayChoice {
  readonly day: number;
  readonly short: string;
  readonly long: string;
}

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60_000;

/**
 * The days of a week, named by the locale.
 * @param first day that the week begins with, 1 to 7
 */
export function weekdayChoices(locale: string, first: number): WeekdayChoice[] {
  const name = (day: number, weekday: 'short' | 'long'): string =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(MONDAY + (day - 1) * DAY_MS);
  return Array.from({ length: 7 }, (_, index) => {
    const day = ((first - 1 + index) % 7) + 1;
    return { day, short: name(day, 'short'), long: name(day, 'long') };
  });
}
