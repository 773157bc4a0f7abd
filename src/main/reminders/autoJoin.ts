import { isRunning } from '#core/agenda/agenda.ts';
import { type OccurrenceKey, meetingIdOf, type MeetingId } from '#core/keys.ts';
import { quietUntil } from '#core/reminders/quietTime.ts';
import { hasJoined } from '#core/reminders/reminderHistory.ts';
import { EARLY_MS, visitOf } from '#core/join/roomVisit.ts';
import { SECOND, type Instant } from '#base';
import type { ReminderContext } from './reminderContext.ts';

/** Joins automatically after a countdown that the user can see and stop. */
export interface AutoJoin extends Disposable {
  /**
   * Call it when the card of a meeting is on the screen. Starts the countdown in it, or shows why there is none.
   * @param dueAt when the card was due (ms)
   */
  begin(meeting: MeetingId, occurrenceKey: OccurrenceKey, dueAt: Instant): void;
  /** Stops the countdown; the card remains. */
  cancel(meeting: MeetingId): void;
  /** Stops the countdown without changing the card, which is closed. */
  readonly drop: (meeting: MeetingId) => void;
}

/** Long enough for a screen reader to read the card and its buttons. */
const COUNTDOWN_MS = 20 * SECOND;
/** If the card is later than this, the computer slept or its clock was set, and the user may be away. */
const ON_TIME_MS = 5 * SECOND;

const AT_ONCE = 'Not joined automatically: two meetings begin at the same time';

export function createAutoJoin(
  { clock, power, agenda, ledger, alertWindow, rules }: ReminderContext,
  join: (meeting: MeetingId, occurrenceKey: OccurrenceKey) => void,
): AutoJoin {
  const counting = new Map<MeetingId, Disposable>();
  /** Until then (ms), another meeting counts as beginning at the same time as those that were stopped. */
  let clashesUntil = -Infinity;

  function drop(meeting: MeetingId): void {
    counting.get(meeting)?.[Symbol.dispose]();
    counting.delete(meeting);
  }

  function cancel(meeting: MeetingId, text?: string): void {
    drop(meeting);
    alertWindow.change(meeting, { joinsAt: null, ...(text !== undefined && { text: () => text }) });
  }

  function isInAnother(meeting: MeetingId, now: Instant): boolean {
    return agenda.occurrences().some((one) => {
      const id = meetingIdOf(one);
      const isIn = id !== meeting && hasJoined(ledger.history().get(id));
      return isIn && one.time.kind === 'timed' && isRunning(one, now, agenda.zone());
    });
  }

  /** Why the meeting must not be joined automatically; null if it may. */
  function whyNot(meeting: MeetingId, occurrenceKey: OccurrenceKey, dueAt: Instant): string | null {
    const now = clock.now();
    const occurrence = agenda.find(occurrenceKey);
    if (occurrence?.time.kind === 'timed' && occurrence.time.start - now > EARLY_MS)
      return 'Not joined automatically: it is too early';
    if (occurrence !== null && visitOf(ledger.history(), occurrence) !== null)
      return 'Not joined automatically: you opened the room before';
    if (power.isLocked()) return 'Not joined automatically: the screen is locked';
    if (Math.abs(now - dueAt) > ON_TIME_MS) return 'Not joined automatically: it is late';
    if (quietUntil(rules(), now, agenda.zone()) !== null) return 'Not joined automatically: it is quiet time';
    return isInAnother(meeting, now) ? 'Not joined automatically: you are in another meeting' : null;
  }

  return {
    begin: (meeting, occurrenceKey, dueAt) => {
      drop(meeting);
      const reason = whyNot(meeting, occurrenceKey, dueAt);
      if (reason !== null) return cancel(meeting, reason);
      if (counting.size > 0 || clock.now() < clashesUntil) {
        clashesUntil = clock.now() + COUNTDOWN_MS;
        for (const other of [...counting.keys(), meeting]) cancel(other, AT_ONCE);
        return;
      }
      const joinsAt = clock.now() + COUNTDOWN_MS;
      const timer = clock.after(COUNTDOWN_MS, () => {
        // The computer may have slept, or the screen was locked, during the countdown.
        const present = whyNot(meeting, occurrenceKey, joinsAt);
        if (present !== null) return cancel(meeting, present);
        drop(meeting);
        join(meeting, occurrenceKey);
      });
      counting.set(meeting, timer);
      alertWindow.change(meeting, { joinsAt });
    },
    cancel: (meeting) => {
      if (counting.has(meeting)) cancel(meeting);
    },
    drop,
    [Symbol.dispose]: () => {
      for (const meeting of counting.keys()) drop(meeting);
    },
  };
}
