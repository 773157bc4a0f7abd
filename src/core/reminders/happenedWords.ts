import { clockTime, type TimeFormat } from '../format/formatTime.ts';
import type { StoryEvent } from './meetingStory.ts';
import type { ReminderReason } from './reminderHistory.ts';

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
  moved: 'Announced that it was moved',
  room: 'Announced its new room',
  cancelled: 'Announced that it was cancelled',
  removed: 'Announced that it left the calendar',
};

const HAPPENED: Readonly<Record<StoryEvent['kind'], string>> = {
  planned: '',
  raised: '',
  acknowledged: '',
  shown: 'Shown',
  failed: 'Could not be shown',
  snoozed: 'You snoozed it',
  unsnoozed: 'You took the snooze back',
  dismissed: 'You dismissed it',
  opened: 'You opened the room',
  joined: 'You joined',
  undone: 'You undid that',
  missed: 'Missed',
  withdrawn: 'Withdrawn',
};

/** One line of the ledger in words. */
export function happenedWords({ kind, what, why, until }: StoryEvent, format: TimeFormat): string {
  const plain = HAPPENED[kind];
  if (kind === 'shown') return CHANGES[what] ?? plain;
  if (kind === 'snoozed' && until !== null) return `${plain} until ${clockTime(until, format)}`;
  if (why === null) return plain;
  return { ...MISSED, ...WITHDRAWN }[why] ?? plain;
}
