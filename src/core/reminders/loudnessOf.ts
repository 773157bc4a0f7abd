import { readSlot } from '../keys.ts';
import { loudness, type Loudness, type ReminderLead } from './reminderRules.ts';

/** The loudest of these leads; quiet if there is none. */
export const loudestOf = (all: readonly Loudness[]): Loudness =>
  loudness.options.findLast((one) => all.includes(one)) ?? 'quiet';

/**
 * Loudness of a reminder: that of its lead. Repeats and snoozed reminders are as loud as the lead nearest to the
 * start; end warnings and all-day reminders are normal.
 */
export function loudnessOf(slot: string, leads: readonly ReminderLead[]): Loudness {
  const { what, number } = readSlot(slot);
  if (what !== 'before' && what !== 'nag' && what !== 'snooze') return 'normal';
  const own = what === 'before' ? leads.find(({ minutes }) => minutes === number) : undefined;
  return (own ?? nearestLead(leads))?.loudness ?? 'normal';
}

const nearestLead = (leads: readonly ReminderLead[]): ReminderLead | undefined =>
  leads.reduce<ReminderLead | undefined>(
    (nearest, lead) => (nearest === undefined || lead.minutes < nearest.minutes ? lead : nearest),
    undefined,
  );
