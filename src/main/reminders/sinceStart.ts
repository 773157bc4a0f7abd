import { readReminderKey } from '#core/keys.ts';
import { quietUntil } from '#core/reminders/quietTime.ts';
import type { Reminder } from '#core/reminders/reminder.ts';
import type { ReminderReason } from '#core/reminders/reminderHistory.ts';
import { MINUTE, type Instant } from '#base';
import type { ReminderContext } from './reminderContext.ts';

/** Feeds read from disk arrive within this time after the start. */
const READING_MS = MINUTE;

/** Decisions that depend on when the app started, or a feed was added. */
export interface SinceStart {
  /** Why a reminder that was due at this instant (ms) was missed. */
  whyMissed(at: Instant): ReminderReason;
  /** The app started while the meeting was running: its reminder is quiet, because the user may be in the meeting. */
  isRunningSinceStart(reminder: Reminder): boolean;
  /** The meeting was running when its calendar was added. The user saw it then, so it is not announced. */
  readonly wasRunningWhenAdded: (reminder: Reminder) => boolean;
}

export function createSinceStart({
  agenda,
  clock,
  ledger,
  rules,
  followedSince,
}: ReminderContext): SinceStart {
  const startedAt = clock.now();
  const startedMonotonic = clock.monotonic();
  return {
    whyMissed: (at) => {
      if (quietUntil(rules(), at, agenda.zone()) !== null) return 'quiet';
      return at < startedAt ? 'closed' : 'asleep';
    },
    isRunningSinceStart: ({ occurrenceKey }) => {
      const start = agenda.find(occurrenceKey)?.time.start;
      const isNew = clock.monotonic() - startedMonotonic < READING_MS;
      return isNew && typeof start === 'number' && start <= startedAt;
    },
    wasRunningWhenAdded: ({ occurrenceKey, meeting }) => {
      const occurrence = agenda.find(occurrenceKey);
      if (occurrence === null || ledger.history().has(meeting)) return false;
      const { start } = readReminderKey(`|${meeting}`);
      return occurrence.sources.every(({ feedId }) => start <= (followedSince(feedId) ?? -Infinity));
    },
  };
}
