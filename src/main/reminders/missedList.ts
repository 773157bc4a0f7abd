import { missedMeetings, type MissedMeeting } from '#core/reminders/missedMeetings.ts';
import { createSignal, DAY, type Signal } from '#base';
import type { ReminderContext } from './reminderContext.ts';

/** The meetings that began unannounced in the last days. */
export interface MissedList {
  /** Without dismissed ones; earliest first. */
  readonly all: () => readonly MissedMeeting[];
  /** Reads the ledger again. */
  readonly update: () => void;
  readonly changed: Signal<readonly MissedMeeting[]>;
}

/** Missed meetings are listed for four days. */
const MISSED_MS = 4 * DAY;

export function createMissedList({ clock, ledger }: ReminderContext): MissedList {
  let missed: readonly MissedMeeting[] = [];
  const changed = createSignal<readonly MissedMeeting[]>();
  return {
    all: () => missed,
    changed,
    update: () => {
      const present = missedMeetings(ledger.eventsSince(clock.now() - MISSED_MS), ledger.history());
      if (JSON.stringify(present) === JSON.stringify(missed)) return;
      missed = present;
      changed.emit(missed);
    },
  };
}
