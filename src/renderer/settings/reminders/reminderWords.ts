import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import type { RemindersToday } from '#core/reminders/remindersToday.ts';
import type { DoNotDisturb } from '#core/reminders/doNotDisturb.ts';
import type { ReminderEntry } from '#core/reminders/remindersOfDay.ts';
import type { ReminderReason } from '#core/reminders/reminderHistory.ts';

/** What a line of today's reminders is about: `10 min before`, `Moved`. */
export function entryKind({ what, minutes }: ReminderEntry): string {
  if (what === 'before') return minutes === 0 ? 'at the start' : `${minutes ?? 0} min before`;
  if (what === 'end') return `${minutes ?? 0} min before the end`;
  const words: Readonly<Record<string, string>> = {
    nag: 'still not joined',
    snooze: 'put off until then',
    day: 'all day',
    moved: 'was moved',
    room: 'has another room',
    cancelled: 'was cancelled',
    removed: 'left the calendar',
  };
  return words[what] ?? '';
}

const REASONS: Readonly<Record<ReminderReason, string>> = {
  asleep: 'missed while the computer slept',
  closed: 'missed while Office Hours was not running',
  added: 'was on already when its calendar was added',
  quiet: 'held back, it was quiet time',
  overtaken: 'a later one came first',
  moved: 'taken back, the meeting was moved',
  cancelled: 'taken back, the meeting was cancelled',
  removed: 'taken back, the meeting left the calendar',
  notHeld: 'taken back, it is not held on this date',
  skipped: 'taken back, you skip the meeting',
  rules: 'taken back with a setting',
};

const STATES: Readonly<Record<ReminderEntry['state'], string>> = {
  waiting: 'will come',
  planned: 'will come',
  raised: 'sent',
  shown: 'shown',
  failed: 'could not be shown',
  acknowledged: 'answered',
  snoozed: 'put off',
  dismissed: 'put away',
  opened: 'you opened the room',
  joined: 'joined',
  undone: 'taken back',
  missed: 'missed',
  withdrawn: 'taken back',
};

/** What became of it. */
export const entryState = ({ state, why }: ReminderEntry): string =>
  why === null ? STATES[state] : REASONS[why];

const NOTIFICATIONS: Readonly<Record<RemindersToday['notifications'], string>> = {
  work: 'notifications work',
  untried: 'notifications are not tried yet, send a test',
  failed: 'a notification failed, a window of our own announces instead',
  none: 'no notification service, a window of our own announces instead',
};

const DISTURBANCE: Readonly<Record<DoNotDisturb, readonly string[]>> = {
  off: [],
  letsUrgentThrough: [
    '“do not disturb” is on and holds notifications back, but not urgent ones and not the large window',
  ],
  holdsEverything: ['“do not disturb” is on and holds notifications back, but not the large window'],
  unknown: ['whether “do not disturb” is on cannot be asked here'],
};

/** The self-check in one sentence: `3 more reminders today; notifications work; tray works.` */
export function selfCheck(
  { entries, quietUntil, notifications, doNotDisturb, hasTray }: RemindersToday,
  format: TimeFormat,
): string {
  const left = entries.filter(({ state }) => state === 'waiting').length;
  const count =
    left === 0 ? 'No more reminders today' : `${left} more reminder${left === 1 ? '' : 's'} today`;
  const quiet = quietUntil === null ? [] : [`quiet until ${clockTime(quietUntil, format)}`];
  const tray = hasTray ? 'tray works' : 'this desktop shows no tray icon';
  return `${[count, ...quiet, NOTIFICATIONS[notifications], ...DISTURBANCE[doNotDisturb], tray].join('; ')}.`;
}
