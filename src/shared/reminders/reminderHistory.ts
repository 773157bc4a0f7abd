import type { Instant } from '../time.ts';

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
  'joined',
  'missed',
  'withdrawn',
] as const;
export type ReminderEventKind = (typeof reminderEventKinds)[number];

/** One thing that happened to one reminder. */
export interface ReminderEvent {
  readonly at: Instant;
  readonly kind: ReminderEventKind;
  readonly key: string;
}

/** What became of one reminder so far. */
export interface ReminderState {
  /** It waited for its time at least once. */
  readonly isPlanned: boolean;
  /** It must not be raised any more: it was, or the user was in the meeting, or the meeting is over. */
  readonly isSettled: boolean;
  /** Its meeting was moved, cancelled or removed since. */
  readonly isWithdrawn: boolean;
}

/** What became of every reminder, by its key. */
export type ReminderHistory = ReadonlyMap<string, ReminderState>;

const unknownReminder: ReminderState = { isPlanned: false, isSettled: false, isWithdrawn: false };

/**
 * The state after one more event. Raising settles for good, even when a kill leaves open whether the user saw it:
 * a reminder that comes twice after a restart is a fault that people see, and the meeting itself is on screen.
 */
export function afterEvent(state: ReminderState = unknownReminder, kind: ReminderEventKind): ReminderState {
  if (kind === 'planned') return { ...state, isPlanned: true, isWithdrawn: false };
  return kind === 'withdrawn' ? { ...state, isWithdrawn: true } : { ...state, isSettled: true };
}

/** The history that a list of events makes. */
export function historyOf(events: readonly ReminderEvent[]): Map<string, ReminderState> {
  const history = new Map<string, ReminderState>();
  for (const { key, kind } of events) history.set(key, afterEvent(history.get(key), kind));
  return history;
}
