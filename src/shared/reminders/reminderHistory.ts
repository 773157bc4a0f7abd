import { z } from 'zod';
import type { Instant } from '../time.ts';
import { readReminderKey, type MeetingId } from './reminder.ts';
import { reminderKind, type ReminderKind } from './reminderRules.ts';

/**
 * What can happen to a reminder, in the order it usually does. `raised` is written before the platform is asked to
 * show it, `shown` when the platform says it did, `failed` when it could not.
 */
export const reminderEventKinds = [
  'planned',
  'raised',
  'shown',
  'failed',
  'acknowledged',
  'snoozed',
  'dismissed',
  'joined',
  'missed',
  'withdrawn',
] as const;
export type ReminderEventKind = (typeof reminderEventKinds)[number];

/** Why a reminder was not raised, or was taken back. */
export const reminderReasons = [
  'asleep',
  'closed',
  'quiet',
  'overtaken',
  /** It was on already when its feed was added. */
  'added',
  'moved',
  'cancelled',
  'removed',
  'rules',
] as const;
export type ReminderReason = (typeof reminderReasons)[number];

/** One thing that happened to one reminder. */
export const reminderEvent = z.object({
  at: z.number(),
  kind: z.enum(reminderEventKinds),
  key: z.string(),
  why: z.enum(reminderReasons).optional(),
  /** With `planned`: what to call the meeting when it is gone from the calendar, and the hash of its room. */
  title: z.string().optional(),
  room: z.number().optional(),
  /** With `planned`: it was one of the dates on which the meeting may take place. Left out where it is certain. */
  isMaybe: z.boolean().optional(),
  /** With `snoozed`: when it comes back (ms), and how. */
  until: z.number().optional(),
  as: reminderKind.optional(),
});
export type ReminderEvent = z.infer<typeof reminderEvent>;

/** What became of one reminder so far. */
export interface ReminderState {
  /** It waited for its time at least once. */
  readonly isPlanned: boolean;
  /** It must not be raised any more: it was. */
  readonly isSettled: boolean;
  /** It was raised, and nothing tells whether it was seen: the app was killed in between. */
  readonly isUncertain: boolean;
  /** Its time passed without it, for example because the computer slept; a clock that is set back undoes that. */
  readonly isMissed: boolean;
  /** Its meeting was moved, cancelled or removed since, or its lead time. */
  readonly isWithdrawn: boolean;
}

/** What became of one meeting's reminders. */
export interface MeetingHistory {
  readonly start: Instant;
  readonly title: string;
  /** See `roomHash`; 0 where none was known. */
  readonly room: number;
  /** When it was planned last, it was a date on which the meeting may take place: that it is gone is no news. */
  readonly isMaybe: boolean;
  readonly slots: ReadonlyMap<string, ReminderState>;
  readonly isJoined: boolean;
  /** Put away after it had begun. */
  readonly isDismissed: boolean;
  /** It was on already when its feed was added, so its start is not announced. */
  readonly wasOnWhenAdded: boolean;
  readonly snooze: { readonly until: Instant; readonly kind: ReminderKind } | null;
}

/** What became of every reminder, by meeting. */
export type ReminderHistory = ReadonlyMap<MeetingId, MeetingHistory>;

const unknownReminder: ReminderState = {
  isPlanned: false,
  isSettled: false,
  isUncertain: false,
  isMissed: false,
  isWithdrawn: false,
};

/** Slots that tell of a change; a meeting that is moved to and fro is told of each time. */
const isChange = (slot: string): boolean => /^(?:moved|room|cancelled|removed)-/.test(slot);

function stateAfter(before: ReminderState, slot: string, kind: ReminderEventKind): ReminderState {
  if (kind === 'planned')
    return isChange(slot)
      ? { ...unknownReminder, isPlanned: true }
      : { ...before, isPlanned: true, isWithdrawn: false, isMissed: false };
  if (kind === 'withdrawn') return { ...before, isWithdrawn: true };
  if (kind === 'missed') return { ...before, isMissed: true };
  if (kind === 'raised') return { ...before, isSettled: true, isUncertain: true, isWithdrawn: false };
  return { ...before, isSettled: true, isUncertain: false };
}

/** What is known of the meeting of an event after it. */
export function afterEvent(
  history: ReminderHistory,
  event: ReminderEvent,
): readonly [MeetingId, MeetingHistory] {
  const { slot, meeting, start } = readReminderKey(event.key);
  const before = history.get(meeting);
  const slots = new Map(before?.slots);
  slots.set(slot, stateAfter(slots.get(slot) ?? unknownReminder, slot, event.kind));
  const isAnswer = event.kind === 'dismissed' || event.kind === 'acknowledged';
  const after: MeetingHistory = {
    start,
    title: event.title ?? before?.title ?? '',
    room: event.room ?? before?.room ?? 0,
    isMaybe: event.kind === 'planned' ? event.isMaybe === true : (before?.isMaybe ?? false),
    slots,
    isJoined: event.kind === 'joined' || (before?.isJoined ?? false),
    isDismissed:
      event.kind !== 'snoozed' && ((isAnswer && event.at >= start) || (before?.isDismissed ?? false)),
    wasOnWhenAdded: event.why === 'added' || (before?.wasOnWhenAdded ?? false),
    snooze: snoozeAfter(before?.snooze ?? null, event),
  };
  return [meeting, after];
}

function snoozeAfter(before: MeetingHistory['snooze'], event: ReminderEvent): MeetingHistory['snooze'] {
  if (event.kind === 'snoozed' && event.until !== undefined)
    return { until: event.until, kind: event.as ?? 'notice' };
  return event.kind === 'dismissed' || event.kind === 'joined' ? null : before;
}

/** The history that a list of events makes. */
export function historyOf(events: readonly ReminderEvent[]): Map<MeetingId, MeetingHistory> {
  const history = new Map<MeetingId, MeetingHistory>();
  for (const event of events) history.set(...afterEvent(history, event));
  return history;
}

/**
 * The history as an app finds it that starts: what was raised while nothing tells that it was seen may be raised once
 * more. A kill between the disk and the screen would cost the reminder otherwise.
 */
export function afterRestart(history: Map<MeetingId, MeetingHistory>): Map<MeetingId, MeetingHistory> {
  for (const [id, meeting] of history) {
    if (![...meeting.slots.values()].some((state) => state.isUncertain)) continue;
    const slots = new Map(
      [...meeting.slots].map(([slot, state]) => [
        slot,
        state.isUncertain ? { ...state, isSettled: false } : state,
      ]),
    );
    history.set(id, { ...meeting, slots });
  }
  return history;
}
