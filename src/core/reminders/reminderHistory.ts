import { z } from 'zod';
import type { Instant } from '#base';
import { readReminderKey, type MeetingId } from '../keys.ts';
import { reminderKind, type ReminderKind } from './reminderRules.ts';
import { visitAfter, type Visit } from './roomVisit.ts';

/**
 * What can happen to a reminder, in the order it usually does. `raised` is written before the platform is asked to
 * show it, `shown` when the platform says it did, `failed` when it could not. `opened` and `joined` say that the
 * meeting's room was opened, `undone` that the user took that back.
 */
export const reminderEventKinds = [
  'planned',
  'raised',
  'shown',
  'failed',
  'acknowledged',
  'snoozed',
  'dismissed',
  'opened',
  'joined',
  'undone',
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
  /** It was one of several possible dates, and others turned out to be the true ones. */
  'notHeld',
  'skipped',
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
  /** The room was opened near the start; null where it was not. */
  readonly visit: Visit | null;
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

/** They are about the meeting, not about one of its reminders. */
const isVisit = (kind: ReminderEventKind): boolean =>
  kind === 'opened' || kind === 'joined' || kind === 'undone';

/** Who is in the meeting needs no reminder of it. */
export const hasJoined = (known: Pick<MeetingHistory, 'visit'> | null | undefined): boolean =>
  known?.visit?.kind === 'joined';

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
  if (!isVisit(event.kind)) slots.set(slot, stateAfter(slots.get(slot) ?? unknownReminder, slot, event.kind));
  const isAnswer = event.kind === 'dismissed' || event.kind === 'acknowledged';
  const visit = visitOfMeeting(before?.visit ?? null, event, start);
  const after: MeetingHistory = {
    start,
    title: event.title ?? before?.title ?? '',
    room: event.room ?? before?.room ?? 0,
    isMaybe: event.kind === 'planned' ? event.isMaybe === true : (before?.isMaybe ?? false),
    slots,
    visit,
    isDismissed:
      event.kind !== 'snoozed' &&
      event.kind !== 'undone' &&
      ((isAnswer && event.at >= start) || (before?.isDismissed ?? false)),
    wasOnWhenAdded: event.why === 'added' || (before?.wasOnWhenAdded ?? false),
    snooze: visit?.kind === 'joined' ? null : snoozeAfter(before?.snooze ?? null, event),
  };
  return [meeting, after];
}

function visitOfMeeting(before: Visit | null, { kind, at }: ReminderEvent, start: Instant): Visit | null {
  if (kind === 'undone') return null;
  return kind === 'opened' || kind === 'joined' ? visitAfter(before, at, start) : before;
}

function snoozeAfter(before: MeetingHistory['snooze'], event: ReminderEvent): MeetingHistory['snooze'] {
  if (event.kind === 'snoozed' && event.until !== undefined)
    return { until: event.until, kind: event.as ?? 'notice' };
  return event.kind === 'dismissed' ? null : before;
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
