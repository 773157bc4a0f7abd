import { z } from 'zod';
import { readReminderKey, type MeetingId } from '../keys.ts';
import type { ReminderEvent, ReminderHistory } from './reminderHistory.ts';

/** A meeting that could not be announced before it ended. */
export const missedMeeting = z.object({
  /** Id for `reminders:act`, to dismiss it. */
  key: z.string(),
  occurrenceKey: z.string(),
  title: z.string(),
  /** ms. */
  start: z.number(),
  /** Whether the computer slept or the app was closed. */
  why: z.enum(['asleep', 'closed']),
});
export type MissedMeeting = z.infer<typeof missedMeeting>;

/** Meetings that the ledger records as missed and that have no later event but a dismissal that was undone, earliest first. */
export function missedMeetings(
  events: readonly ReminderEvent[],
  history: ReminderHistory,
): readonly MissedMeeting[] {
  const missed = new Map<MeetingId, MissedMeeting>();
  const dismissed = new Map<MeetingId, MissedMeeting>();
  for (const { kind, key, why } of events) {
    if (missed.size === 0 && dismissed.size === 0 && kind !== 'missed') continue;
    const { meeting, occurrenceKey, start } = readReminderKey(key);
    if (kind !== 'missed') {
      const before = missed.get(meeting);
      const back = kind === 'undone' ? dismissed.get(meeting) : undefined;
      missed.delete(meeting);
      dismissed.delete(meeting);
      if (kind === 'dismissed' && before !== undefined) dismissed.set(meeting, before);
      if (back !== undefined) missed.set(meeting, back);
    } else if (why === 'asleep' || why === 'closed') {
      const title = history.get(meeting)?.title ?? '';
      missed.set(meeting, { key, occurrenceKey, title, start, why });
    }
  }
  return [...missed.values()].toSorted((a, b) => a.start - b.start);
}
