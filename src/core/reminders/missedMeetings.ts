import { z } from 'zod';
import { readReminderKey, type MeetingId } from '../keys.ts';
import type { ReminderEvent, ReminderHistory } from './reminderHistory.ts';

/** A meeting that began and ended while nobody could be told of it. */
export const missedMeeting = z.object({
  /** Names it in `reminders:act`, to put it away. */
  key: z.string(),
  occurrenceKey: z.string(),
  title: z.string(),
  /** ms. */
  start: z.number(),
  /** The computer slept, or the app did not run. */
  why: z.enum(['asleep', 'closed']),
});
export type MissedMeeting = z.infer<typeof missedMeeting>;

/** Those that the ledger says were missed and that nothing happened to since, earliest first. */
export function missedMeetings(
  events: readonly ReminderEvent[],
  history: ReminderHistory,
): readonly MissedMeeting[] {
  const missed = new Map<MeetingId, MissedMeeting>();
  for (const { kind, key, why } of events) {
    if (missed.size === 0 && kind !== 'missed') continue;
    const { meeting, occurrenceKey, start } = readReminderKey(key);
    if (kind !== 'missed') missed.delete(meeting);
    else if (why === 'asleep' || why === 'closed') {
      const title = history.get(meeting)?.title ?? '';
      missed.set(meeting, { key, occurrenceKey, title, start, why });
    }
  }
  return [...missed.values()].toSorted((a, b) => a.start - b.start);
}
