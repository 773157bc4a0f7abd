import type { ReminderLead } from '#core/reminders/reminderRules.ts';
import { leadLength } from './leads.ts';
import { texts } from './texts.ts';

const join = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : texts.and(parts.slice(0, -1).join(', '), parts.at(-1) ?? '');

/** `10 minutes and 1 minute before and at the start`: the leads, earliest first; empty for none. */
export function leadSentence(leads: readonly Pick<ReminderLead, 'minutes'>[]): string {
  const minutes = leads.map((lead) => lead.minutes).toSorted((a, b) => b - a);
  const before = minutes.filter((one) => one > 0).map(leadLength);
  const parts = [
    ...(before.length > 0 ? [texts.before(join(before))] : []),
    ...(minutes.includes(0) ? [texts.atStartInText] : []),
  ];
  return join(parts);
}
