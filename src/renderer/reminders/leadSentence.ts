import type { ReminderLead } from '#core/reminders/reminderRules.ts';
import { leadLength } from './leads.ts';

const join = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** `10 minutes and 1 minute before and at the start`: when these leads come, earliest first; empty for none. */
export function leadSentence(leads: readonly Pick<ReminderLead, 'minutes'>[]): string {
  const minutes = leads.map((lead) => lead.minutes).toSorted((a, b) => b - a);
  const before = minutes.filter((one) => one > 0).map(leadLength);
  const parts = [
    ...(before.length > 0 ? [`${join(before)} before`] : []),
    ...(minutes.includes(0) ? ['at the start'] : []),
  ];
  return join(parts);
}
