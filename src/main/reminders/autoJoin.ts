import { isRunning } from '#core/agenda/agenda.ts';
import { type OccurrenceKey, meetingIdOf, type MeetingId } from '#core/keys.ts';
import { quietUntil } from '#core/reminders/quietTime.ts';
import type { ReminderRules } from '#core/reminders/reminderRules.ts';
import { hasJoined } from '#core/reminders/reminderHistory.ts';
import { EARLY_MS, visitOf } from '#core/reminders/roomVisit.ts';
import { SECOND, type Instant } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Ports } from '../ports/ports.ts';
import type { AlertWindowController } from './alertWindowController.ts';
import type { ReminderLedger } from './reminderLedger.ts';

/** Joins by itself after a countdown that everybody at the screen can see and stop. */
export interface AutoJoin extends Disposable {
  /**
   * The card of a meeting is on the screen: counts down in it, or says in it why not.
   * @param dueAt when that card should have come (ms)
   */
  begin(meeting: MeetingId, occurrenceKey: OccurrenceKey, dueAt: Instant): void;
  /** The user stays out: the card remains, without a countdown. */
  cancel(meeting: MeetingId): void;
  /** The card is gone. */
  drop(meeting: MeetingId): void;
}

export interface AutoJoinParts {
  readonly agenda: AgendaModel;
  readonly ledger: ReminderLedger;
  readonly alertWindow: AlertWindowController;
  readonly rules: () => ReminderRules;
  readonly join: (meeting: MeetingId, occurrenceKey: OccurrenceKey) => void;
}

const COUNTDOWN_MS = 10 * SECOND;
/** Later than this the computer slept, or its clock was set: nobody may be there any more. */
const ON_TIME_MS = 5 * SECOND;

const AT_ONCE = 'Not joined by itself: two meetings begin at once';

/** Counts nothing down yet. */
export function createAutoJoin(
  { clock, power }: Pick<Ports, 'clock' | 'power'>,
  { agenda, ledger, alertWindow, rules, join }: AutoJoinParts,
): AutoJoin {
  const counting = new Map<MeetingId, Disposable>();
  /** Until then (ms) a further meeting begins at once with those that were stopped for it. */
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

  /** Why nothing may be joined without being asked; null where it may. */
  function whyNot(meeting: MeetingId, occurrenceKey: OccurrenceKey, dueAt: Instant): string | null {
    const now = clock.now();
    const occurrence = agenda.find(occurrenceKey);
    if (occurrence?.time.kind === 'timed' && occurrence.time.start - now > EARLY_MS)
      return 'Not joined by itself: it is too early';
    if (occurrence !== null && visitOf(ledger.history(), occurrence) !== null)
      return 'Not joined by itself: you opened the room before';
    if (power.isLocked()) return 'Not joined by itself: the screen is locked';
    if (Math.abs(now - dueAt) > ON_TIME_MS) return 'Not joined by itself: it is late';
    if (quietUntil(rules(), now, agenda.zone()) !== null) return 'Not joined by itself: it is quiet time';
    return isInAnother(meeting, now) ? 'Not joined by itself: you are in another meeting' : null;
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
        // The computer may have slept meanwhile, or the screen was locked.
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
