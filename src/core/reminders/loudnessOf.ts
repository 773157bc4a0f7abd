import { readSlot } from '../keys.ts';
import { loudness, type Loudness, type ReminderLead } from './reminderRules.ts';

/** The loudest of some; quiet where there is none. */
export const loudestOf = (all: readonly Loudness[]): Loudness =>
  loudness.options.findLast((one) => all.includes(one)) ?? 'quiet';

/**
 * How loud a reminder is: as its lead says. What comes again after the leads, each minute or after a snooze, is as loud
 * as the lead nearest to the start; the end of a meeting and a whole day are normal.
 */
export function loudnessOf(slot: string, leads: readonly ReminderLead[]): Loudness {
  const { what, number } = readSlot(slot);
  if (what !== 'before' && what !== 'nag' && what !== 'snooze') return 'normal';
  const own = what === 'before' ? leads.find(({ minutes }) => minutes === number) : undefined;
  const nearest = leads.toSorted((a, b) => a.minutes - b.minutes)[0];
  return (own ?? nearest)?.loudness ?? 'normal';
}
