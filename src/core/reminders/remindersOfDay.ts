import { readReminderKey, readSlot, isSlotOf, reminderKey } from '../keys.ts';
import { z } from 'zod';
import type { Instant } from '#base';
import { slotTime, type Reminder } from './reminder.ts';
import {
  reminderEventKinds,
  reminderReasons,
  type ReminderEvent,
  type ReminderHistory,
} from './reminderHistory.ts';

/** One line of a day's reminders: what will come, or what became of it. */
export const reminderEntry = z.object({
  key: z.string(),
  occurrenceKey: z.string(),
  title: z.string(),
  /** When it is or was due, or when it happened (ms). */
  at: z.number(),
  /** See `SlotKind`. */
  what: z.string(),
  /** Minutes before the start or the end, where it is one of those. */
  minutes: z.number().nullable(),
  state: z.enum(['waiting', ...reminderEventKinds]),
  why: z.enum(reminderReasons).nullable(),
});
export type ReminderEntry = z.infer<typeof reminderEntry>;

/** Leads that a later one overtook or other rules took back say nothing that the other lines do not. */
const isTold = ({ kind, why }: ReminderEvent): boolean =>
  why !== 'overtaken' && why !== 'added' && why !== 'rules' && kind !== 'planned';

const isVisit = ({ kind }: ReminderEvent): boolean => kind === 'opened' || kind === 'joined';

function entryOf(key: string, title: string, at: Instant): Omit<ReminderEntry, 'state' | 'why'> {
  const { slot, occurrenceKey } = readReminderKey(key);
  const { what, number } = readSlot(slot);
  const isBefore = what === 'before' || what === 'end';
  return { key, occurrenceKey, title, at, what, minutes: isBefore ? number : null };
}

/**
 * The reminders of one day, in the order of their times: from the ledger what happened, from the plan what will come.
 * Of a reminder that is repeated only the last time is told.
 */
export function remindersOfDay(
  events: readonly ReminderEvent[],
  history: ReminderHistory,
  upcoming: readonly Reminder[],
  dayEnd: Instant,
): ReminderEntry[] {
  const entries = new Map<string, ReminderEntry>();
  for (const event of events) {
    if (!isTold(event)) continue;
    const { slot, meeting, start } = readReminderKey(event.key);
    const title = history.get(meeting)?.title ?? '';
    if (isVisit(event) || event.kind === 'undone') {
      const line = { ...entryOf(event.key, title, event.at), what: 'visit', minutes: null };
      if (isVisit(event)) entries.set(`visit|${meeting}`, { ...line, state: event.kind, why: null });
      else entries.delete(`visit|${meeting}`);
      continue;
    }
    const at = slotTime(slot, start) ?? event.at;
    const name = isSlotOf('nag', slot) ? reminderKey('nag', meeting) : event.key;
    // That it was missed says more than that its line was put away.
    if (event.kind === 'dismissed' && entries.get(name)?.state === 'missed') continue;
    entries.set(name, { ...entryOf(event.key, title, at), state: event.kind, why: event.why ?? null });
  }
  for (const { key, title, at } of upcoming) {
    if (at >= dayEnd || isSlotOf('nag', key)) continue;
    entries.set(key, { ...entryOf(key, title, at), state: 'waiting', why: null });
  }
  return [...entries.values()].toSorted((a, b) => a.at - b.at);
}
