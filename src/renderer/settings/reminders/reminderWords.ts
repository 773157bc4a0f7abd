import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import type { RemindersToday } from '#core/reminders/remindersToday.ts';
import type { ReminderEntry } from '#core/reminders/remindersOfDay.ts';
import { texts } from '../texts.ts';

/** What a reminder is for: `10 min before`, `was moved`. */
export function entryKind({ what, minutes }: ReminderEntry): string {
  const { entryKinds: kinds } = texts;
  if (what === 'before') return minutes === 0 ? kinds.atStart : kinds.before(minutes ?? 0);
  if (what === 'end') return kinds.end(minutes ?? 0);
  return isPlainKind(what) ? kinds[what] : '';
}

const PLAIN_KINDS = ['nag', 'snooze', 'day', 'moved', 'room', 'cancelled', 'removed'] as const;
const isPlainKind = (what: string): what is (typeof PLAIN_KINDS)[number] =>
  PLAIN_KINDS.some((kind) => kind === what);

/** The outcome of a reminder. */
export const entryState = ({ state, why }: ReminderEntry): string =>
  why === null ? texts.entryStates[state] : texts.entryReasons[why];

/** The self-check in one sentence: `3 more reminders today; notifications work; tray works.` */
export function selfCheck(
  { entries, quietUntil, notifications, doNotDisturb, hasTray }: RemindersToday,
  format: TimeFormat,
): string {
  const left = entries.filter(({ state }) => state === 'waiting').length;
  const facts = [
    texts.moreToday(left),
    ...(quietUntil === null ? [] : [texts.quietUntilTime(clockTime(quietUntil, format))]),
    texts.notifications[notifications],
    ...(doNotDisturb === 'off' ? [] : [texts.doNotDisturb[doNotDisturb]]),
    hasTray ? texts.trayWorks : texts.noTray,
  ];
  return `${facts.join('; ')}.`;
}
