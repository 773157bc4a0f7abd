import { z } from 'zod';
import type { Instant } from '#base';
import { storyEvent, toldOf } from './meetingStory.ts';
import { readReminderKey } from '../keys.ts';
import type { ReminderEvent } from './reminderHistory.ts';

/** A past meeting, and the events of its reminders. */
export const pastMeeting = z.object({
  occurrenceKey: z.string(),
  title: z.string(),
  /** ms; of an all-day one the first instant of its date in UTC. */
  start: z.number(),
  isAllDay: z.boolean(),
  happened: z.array(storyEvent).readonly(),
});
export type PastMeeting = z.infer<typeof pastMeeting>;

/** The past meetings of the ledger, latest first; without those that have no events to show. */
export function pastMeetings(events: readonly ReminderEvent[], now: Instant): PastMeeting[] {
  const byMeeting = Map.groupBy(events, ({ key }) => readReminderKey(key).meeting);
  return [...byMeeting]
    .flatMap(([meeting, own]): PastMeeting[] => {
      const { occurrenceKey, start } = readReminderKey(`|${meeting}`);
      const happened = toldOf(own);
      // A meeting with only withdrawn reminders was moved or removed.
      if (start > now || happened.every(({ kind }) => kind === 'withdrawn')) return [];
      const title = own.findLast((event) => event.title !== undefined)?.title ?? '';
      return [{ occurrenceKey, title, start, isAllDay: !/\|-?\d+$/.test(meeting), happened }];
    })
    .toSorted((a, b) => b.start - a.start);
}
