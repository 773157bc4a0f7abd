import { LONGEST_LEAD_MINUTES } from '#core/reminders/reminderRules.ts';
import { texts } from './texts.ts';

/** Lead times to choose from (minutes). */
const LEADS = [0, 1, 2, 5, 10, 15, 20, 30, 60, 120, 1440];

/** A length of whole minutes in its largest whole unit: `90 minutes`, `2 hours`, `1 day`. */
export function leadLength(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return texts.days(minutes / 1440);
  return minutes >= 60 && minutes % 60 === 0 ? texts.hours(minutes / 60) : texts.minutes(minutes);
}

/** `10 minutes before`, `At the start`. */
export const leadWords = (minutes: number): string =>
  minutes === 0 ? texts.atStart : texts.before(leadLength(minutes));

/** The usual lead times, and the current one if it is another (it may come from a file). */
export const leadChoices = (present: number): number[] =>
  [...new Set([...LEADS, present])].toSorted((a, b) => a - b);

/** Parses typed minutes; null if they are not a lead time. */
export function readLeadMinutes(typed: string): number | null {
  const minutes = /^\d+$/.test(typed.trim()) ? Number(typed) : NaN;
  return minutes <= LONGEST_LEAD_MINUTES ? minutes : null;
}
