import { LONGEST_LEAD_MINUTES } from '#core/reminders/reminderRules.ts';

/** What the settings offer, in words. */

const LEADS = [0, 1, 2, 5, 10, 15, 20, 30, 60, 120, 1440];

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A length of whole minutes in its largest whole unit: `90 minutes`, `2 hours`, `1 day`. */
export function leadLength(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return plural(minutes / 1440, 'day');
  return minutes >= 60 && minutes % 60 === 0 ? plural(minutes / 60, 'hour') : plural(minutes, 'minute');
}

/** `10 minutes before`, `At the start`. */
export const leadWords = (minutes: number): string =>
  minutes === 0 ? 'At the start' : `${leadLength(minutes)} before`;

/** The usual lead times, and the present one if it is none of them (it may come from a file). */
export const leadChoices = (present: number): number[] =>
  [...new Set([...LEADS, present])].toSorted((a, b) => a - b);

/** Minutes as typed; null where they are no lead time. */
export function readLeadMinutes(typed: string): number | null {
  const minutes = /^\d+$/.test(typed.trim()) ? Number(typed) : NaN;
  return minutes <= LONGEST_LEAD_MINUTES ? minutes : null;
}
