import { clockTime, shortDay, type TimeFormat } from '../../shared/agenda/formatTime.ts';
import { dateOf } from '../../shared/agenda/agenda.ts';
import type { Silence, StoryEvent, StoryReminder } from '../../shared/reminders/meetingStory.ts';
import type { ReminderReason } from '../../shared/reminders/reminderHistory.ts';
import type { ReminderKind } from '../../shared/reminders/reminderRules.ts';
import type { Instant } from '../../shared/time.ts';

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

const MISSED: Readonly<Partial<Record<ReminderReason, string>>> = {
  asleep: 'Missed while asleep',
  closed: 'Missed while Office Hours was closed',
  quiet: 'Not shown: it was quiet time',
};

const WITHDRAWN: Readonly<Partial<Record<ReminderReason, string>>> = {
  moved: 'The meeting was moved',
  cancelled: 'The meeting was cancelled',
  removed: 'The meeting left the calendar',
  notHeld: 'It is not held on this date',
  skipped: 'You skipped it',
};

const CHANGES: Readonly<Record<string, string>> = {
  moved: 'Told that it was moved',
  room: 'Told of its other room',
  cancelled: 'Told that it was cancelled',
  removed: 'Told that it left the calendar',
};

const HAPPENED: Readonly<Record<StoryEvent['kind'], string>> = {
  planned: '',
  raised: '',
  acknowledged: '',
  shown: 'Shown',
  failed: 'Could not be shown',
  snoozed: 'You snoozed it',
  dismissed: 'You dismissed it',
  opened: 'You opened the room',
  joined: 'You joined',
  undone: 'You took that back',
  missed: 'Missed',
  withdrawn: 'Taken back',
};

/** What one line of the ledger says to its user. */
export function happenedWords({ kind, what, why, until }: StoryEvent, format: TimeFormat): string {
  const plain = HAPPENED[kind];
  if (kind === 'shown') return CHANGES[what] ?? plain;
  if (kind === 'snoozed' && until !== null) return `${plain} until ${clockTime(until, format)}`;
  if (why === null) return plain;
  return { ...MISSED, ...WITHDRAWN }[why] ?? plain;
}

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
  allCame: 'All its reminders have come.',
};
