import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import type { Silence, StoryReminder } from '#core/reminders/meetingStory.ts';
import type { ReminderKind } from '#core/reminders/reminderRules.ts';
import type { Instant } from '#base';

const KINDS: Readonly<Record<ReminderKind, string>> = {
  notice: 'Notification',
  alert: 'Large window',
  autoJoin: 'Joins by itself',
};

/** `17:50`; with its day where that is another one than the meeting's. */
export const storyTime = (at: Instant, start: Instant, format: TimeFormat): string =>
  dateOf(at, format.zone) === dateOf(start, format.zone)
    ? clockTime(at, format)
    : `${shortDay(at, format)} ${clockTime(at, format)}`;

/** `Notification`, `Large window, held back until 08:00 (quiet time)`. */
export const comingWords = ({ kind, heldUntil }: StoryReminder, format: TimeFormat): string =>
  heldUntil === null
    ? KINDS[kind]
    : `${KINDS[kind]}, held back until ${clockTime(heldUntil, format)} (quiet time)`;

/** Why nothing will come, in a sentence. */
export const SILENCE: Readonly<Record<Silence, string>> = {
  over: 'Nothing is known of it: Office Hours did not run, or did not follow it yet.',
  joined: 'It is silent, since you joined.',
  dismissed: 'It is silent, since you dismissed it.',
  skipped: 'It is silent, since you skip it.',
  cancelled: 'It is not announced, since it is cancelled.',
  declined: 'It is not announced, since you declined it.',
  tentative: 'It is not announced: tentative meetings are off in the settings.',
  maybe: 'It is not announced: meetings that may be on are off in the settings.',
  allDay: 'It is not announced: all-day meetings are off in the settings.',
  noRoom: 'It is not announced: meetings without a room are off in the settings.',
  none: 'It has no reminders.',
  added: 'It is not announced: it was on already when its calendar was added.',
  allCame: 'All its reminders have come.',
};
