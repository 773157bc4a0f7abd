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

/** One reminder of a day: a future one, or what happened to a past one. */
export const reminderEntry = z.object({
  key: z.string(),
  occurrenceKey: z.string(),
  title: z.string(),
  /** When it is or was due, or when it happened (ms). */
  at: z.number(),
  /** See `SlotKind`. */
  what: z.string(),
  /** Minutes before the start or the end, for those slots. */
  minutes: z.number().nullable(),
  state: z.enum(['waiting', ...reminderEventKinds]),
  why: z.enum(reminderReasons).nullable(),
});
export type ReminderEntry = z.infer<typeof reminderEntry>;

/** Overtaken leads and those withdrawn by new rules add nothing to the other lines. */
const isTold = ({ kind, why }: ReminderEvent): boolean =>
  why !== 'overtaken' && why !== 'added' && why !== 'rules' && kind !== 'planned' && kind !== 'unsnoozed';

const isVisit = ({ kind }: ReminderEvent): boolean => kind === 'opened' || kind === 'joined';

function entryOf(key: string, title: string, at: Instant): Omit<ReminderEntry, 'state' | 'why'> {
  const { slot, occurrenceKey } = readReminderKey(key);
  const { what, number } = readSlot(slot);
  const isBefore = what === 'before' || what === 'end';
  return { key, occurrenceKey, title, at, what, minutes: isBefore ? number : null };
}

/**
 * The reminders of one day by time: past ones from the ledger, future ones from the plan. Of a repeated reminder only
 * the last is listed.
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
    // “Missed” says more than the later dismissal of its line.
    if (event.kind === 'dismissed' && entries.get(name)?.state === 'missed') continue;
    entries.set(name, { ...entryOf(event.key, title, at), state: event.kind, why: event.why ?? null });
  }
  for (const { key, title, at } of upcoming) {
    if (at >= dayEnd || isSlotOf('nag', key)) continue;
    entries.set(key, { ...entryOf(key, title, at), state: 'waiting', why: null });
  }
  return [...entries.values()].toSorted((a, b) => a.at - b.at);
}
