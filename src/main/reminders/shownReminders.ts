import type { MeetingId } from '#core/keys.ts';
import type { AlertWindowController } from './alertWindowController.ts';
import type { Card } from './card.ts';

/** A reminder on the screen. */
export interface ShownReminder {
  readonly card: Card;
  /** Null if it is in the alert window. */
  readonly notice: Disposable | null;
  /** Whether its titles are hidden. */
  readonly isHidden: boolean;
}

/** The reminders on the screen, at most one for each meeting. */
export interface ShownReminders {
  get(meeting: MeetingId): ShownReminder | undefined;
  set(meeting: MeetingId, shown: ShownReminder): void;
  entries(): readonly (readonly [MeetingId, ShownReminder])[];
  cardsOf(meetings: readonly MeetingId[]): Card[];
  readonly isEmpty: () => boolean;
  /** Withdraws a reminder to show its successor: a card in the alert window stays until that replaces it. */
  withdraw(meeting: MeetingId): void;
  /** Withdraws a reminder, also from the alert window. */
  close(meeting: MeetingId): void;
}

/**
 * Holds each reminder until it is answered or over: a notification that is garbage-collected loses its clicks.
 * @param onWithdrawn receives each meeting whose reminder was withdrawn
 */
export function createShownReminders(
  alertWindow: AlertWindowController,
  onWithdrawn: (meeting: MeetingId) => void,
): ShownReminders {
  const shown = new Map<MeetingId, ShownReminder>();
  const withdraw = (meeting: MeetingId): void => {
    shown.get(meeting)?.notice?.[Symbol.dispose]();
    shown.delete(meeting);
    onWithdrawn(meeting);
  };
  return {
    get: (meeting) => shown.get(meeting),
    set: (meeting, one) => void shown.set(meeting, one),
    entries: () => [...shown],
    cardsOf: (meetings) => meetings.flatMap((meeting) => shown.get(meeting)?.card ?? []),
    isEmpty: () => shown.size === 0,
    withdraw,
    close: (meeting) => {
      withdraw(meeting);
      alertWindow.remove(meeting);
    },
  };
}
