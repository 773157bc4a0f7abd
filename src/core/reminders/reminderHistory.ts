import { z } from 'zod';
import type { Instant } from '#base';
import { readReminderKey, type MeetingId } from '../keys.ts';
import { reminderKind, type ReminderKind } from './reminderRules.ts';
import { visitAfter, type Visit } from '../join/roomVisit.ts';

/**
 * Events of a reminder, in their usual order. `raised` is written before the platform is asked to show it, `shown`
 * when the platform confirms it, `failed` when it cannot. `opened` and `joined`: the meeting's room was opened;
 * `undone`: the user undid that. `unsnoozed`: the user undid a snooze, and the other reminders count again.
 */
export const reminderEventKinds = [
  'planned',
  'raised',
  'shown',
  'failed',
  'acknowledged',
  'snoozed',
  'unsnoozed',
  'dismissed',
  'opened',
  'joined',
  'undone',
  'missed',
  'withdrawn',
] as const;
export type ReminderEventKind = (typeof reminderEventKinds)[number];

/** Why a reminder was not raised, or was withdrawn. */
export const reminderReasons = [
  'asleep',
  'closed',
  'quiet',
  'overtaken',
  /** The meeting was running when its feed was added. */
  'added',
  'moved',
  'cancelled',
  'removed',
  /** It was a candidate date, and the meeting takes place on other dates. */
  'notHeld',
  'skipped',
  'rules',
] as const;
export type ReminderReason = (typeof reminderReasons)[number];

/** One event of one reminder. */
export const reminderEvent = z.object({
  at: z.number(),
  kind: z.enum(reminderEventKinds),
  key: z.string(),
  why: z.enum(reminderReasons).optional(),
  /** With `planned`: the meeting's title, for when it is no longer in the calendar, and the hash of its room. */
  title: z.string().optional(),
  room: z.number().optional(),
  /** With `planned`: the date was uncertain. Omitted if certain. */
  isMaybe: z.boolean().optional(),
  /** With `snoozed`: when it returns (ms), and its kind. */
  until: z.number().optional(),
  as: reminderKind.optional(),
});
export type ReminderEvent = z.infer<typeof reminderEvent>;

/** State of one reminder. */
export interface ReminderState {
  /** It was planned at least once. */
  readonly isPlanned: boolean;
  /** It was raised and must not be raised again. */
  readonly isSettled: boolean;
  /** It was raised but not confirmed as shown: the app was killed in between. */
  readonly isUncertain: boolean;
  /** It was missed, for example because the computer slept; a clock that is set back undoes that. */
  readonly isMissed: boolean;
  /** It was withdrawn: its meeting was moved, cancelled or removed, or its lead changed. */
  readonly isWithdrawn: boolean;
}

/** State of one meeting's reminders. */
export interface MeetingHistory {
  readonly start: Instant;
  readonly title: string;
  /** See `roomHash`; 0 without a known room. */
  readonly room: number;
  /** The date was uncertain when last planned, so its absence is not announced. */
  readonly isMaybe: boolean;
  readonly slots: ReadonlyMap<string, ReminderState>;
  /** The room was opened near the start; null if not. */
  readonly visit: Visit | null;
  /** Dismissed after the start. */
  readonly isDismissed: boolean;
  /** It was running when its feed was added, so its start is not announced. */
  readonly wasOnWhenAdded: boolean;
  readonly snooze: { readonly until: Instant; readonly kind: ReminderKind } | null;
}

/** State of all reminders, by meeting. */
export type ReminderHistory = ReadonlyMap<MeetingId, MeetingHistory>;

const unknownReminder: ReminderState = {
  isPlanned: false,
  isSettled: false,
  isUncertain: false,
  isMissed: false,
  isWithdrawn: false,
};

/** Slots of changes; a meeting that moves back and forth is announced each time. */
const isChange = (slot: string): boolean => /^(?:moved|room|cancelled|removed)-/.test(slot);

/** Events of the meeting, not of one reminder. */
const isVisit = (kind: ReminderEventKind): boolean =>
  kind === 'opened' || kind === 'joined' || kind === 'undone';

/** A joined meeting needs no reminder. */
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

/** State of one meeting's reminders, while events are added to it. */
interface OpenHistory extends MeetingHistory {
  readonly slots: Map<string, ReminderState>;
}

/** The state of a meeting after an event. Adds to the slots in place. */
function afterEvent(
  before: OpenHistory | undefined,
  { slot, start }: Pick<ReturnType<typeof readReminderKey>, 'slot' | 'start'>,
  event: ReminderEvent,
): OpenHistory {
  const slots = before?.slots ?? new Map<string, ReminderState>();
  if (!isVisit(event.kind) && event.kind !== 'unsnoozed')
    slots.set(slot, stateAfter(slots.get(slot) ?? unknownReminder, slot, event.kind));
  const isAnswer = event.kind === 'dismissed' || event.kind === 'acknowledged';
  const visit = visitOfMeeting(before?.visit ?? null, event, start);
  return {
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
}

/**
 * Adds events to the history.
 * @returns the new states of the meetings that they belong to; states from before stay as they were
 */
export function addEvents(
  history: Map<MeetingId, MeetingHistory>,
  events: readonly ReminderEvent[],
): ReadonlyMap<MeetingId, MeetingHistory> {
  const added = new Map<MeetingId, OpenHistory>();
  for (const event of events) {
    const parts = readReminderKey(event.key);
    const { meeting } = parts;
    const before = added.get(meeting) ?? copyOf(history.get(meeting));
    const after = afterEvent(before, parts, event);
    added.set(meeting, after);
  }
  for (const [meeting, state] of added) history.set(meeting, state);
  return added;
}

const copyOf = (state: MeetingHistory | undefined): OpenHistory | undefined =>
  state && { ...state, slots: new Map(state.slots) };

function visitOfMeeting(before: Visit | null, { kind, at }: ReminderEvent, start: Instant): Visit | null {
  if (kind === 'undone') return null;
  return kind === 'opened' || kind === 'joined' ? visitAfter(before, at, start) : before;
}

function snoozeAfter(before: MeetingHistory['snooze'], event: ReminderEvent): MeetingHistory['snooze'] {
  if (event.kind === 'snoozed' && event.until !== undefined)
    return { until: event.until, kind: event.as ?? 'notice' };
  return event.kind === 'dismissed' || event.kind === 'unsnoozed' ? null : before;
}

/** Reduces a list of events to the history. */
export function historyOf(events: readonly ReminderEvent[]): Map<MeetingId, MeetingHistory> {
  const history = new Map<MeetingId, MeetingHistory>();
  addEvents(history, events);
  return history;
}

/**
 * The history at the start of the app: a reminder that was raised but not confirmed as shown may be raised once more,
 * since the app may have been killed between disk and screen.
 */
export function afterRestart(history: Map<MeetingId, MeetingHistory>): Map<MeetingId, MeetingHistory> {
  for (const [id, meeting] of history) {
    if (!meeting.slots.values().some((state) => state.isUncertain)) continue;
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
