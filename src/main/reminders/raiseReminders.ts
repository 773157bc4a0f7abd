import { readReminderKey, type MeetingId } from '#core/keys.ts';
import { remindersProblem } from '#core/reminders/problems.ts';
import { slotTime, usefulEnd } from '#core/reminders/reminder.ts';
import { hasJoined } from '#core/reminders/reminderHistory.ts';
import { isSilenced } from '#core/reminders/reminderRules.ts';
import { errorText, type Instant } from '#base';
import type { Clock } from '../ports/clock.ts';
import type { ActiveReminders } from './activeReminders.ts';
import type { Card } from './card.ts';
import type { ReminderContext } from './reminderContext.ts';

/** A reminder that is due. */
export interface DueReminder {
  readonly key: string;
  /** Its card as of now; null if it is no longer wanted. */
  readonly cardNow: () => Card | null;
}

/** Shows due reminders, after recording them. */
export interface ReminderRaiser extends Disposable {
  raise(due: readonly DueReminder[]): void;
}

/** A disk that hangs must not delay a reminder for longer than this. */
const DISK_PATIENCE_MS = 500;

/** Whether a reminder announces the start of its meeting. */
function isOfStart(key: string): boolean {
  const { slot, start } = readReminderKey(key);
  return slotTime(slot, start) !== null;
}

/** Whether a card should still be on the screen. */
export function isCardWanted(
  { agenda, ledger, rules }: ReminderContext,
  { key, occurrence }: Card,
  now: Instant,
): boolean {
  const { slot, meeting, start } = readReminderKey(key);
  const known = ledger.history().get(meeting);
  if (known?.slots.get(slot)?.isWithdrawn === true) return false;
  if (occurrence === null) return now < usefulEnd(start, start);
  if (hasJoined(known) && !slot.startsWith('end-')) return false;
  const present = agenda.find(occurrence.key) ?? occurrence;
  return present.skipped === null && !isSilenced(rules(), occurrence);
}

/** @param onShown is called after cards were shown */
export function createReminderRaiser(
  context: ReminderContext,
  active: ActiveReminders,
  onShown: () => void,
): ReminderRaiser {
  const { clock, ledger, log, problems } = context;
  let isDisposed = false;
  /** The last raised reminder of each meeting, until it is shown. */
  const newest = new Map<MeetingId, string>();

  /** The card as of now; null if it is no longer wanted. */
  function cardToShow({ key, cardNow }: DueReminder): Card | null {
    const { meeting } = readReminderKey(key);
    const card = cardNow();
    // Its meeting was moved, joined or removed in between.
    if (card === null || !isCardWanted(context, card, clock.now())) return null;
    if (!isOfStart(key)) return card;
    // While the disk was slow, the next reminder of the same meeting became due.
    if (newest.get(meeting) !== key) return null;
    newest.delete(meeting);
    return card;
  }

  async function show(due: readonly DueReminder[], written: Promise<void>): Promise<void> {
    await atMost(DISK_PATIENCE_MS, written, clock);
    if (isDisposed) return;
    active.show(due.flatMap((one) => cardToShow(one) ?? []));
    onShown();
  }

  return {
    // Recorded before it is shown: if the process is killed in between, the reminder must not sound again.
    raise: (due) => {
      if (due.length === 0) return;
      const written = ledger.record(...due.map(({ key }) => ({ kind: 'raised' as const, key })));
      for (const { key } of due) if (isOfStart(key)) newest.set(readReminderKey(key).meeting, key);
      show(due, written).catch((error: unknown) => {
        log(`a reminder was not shown: ${errorText(error)}`);
        problems.report(
          remindersProblem('reminders/broken', error instanceof Error ? error.message : 'unknown'),
        );
      });
    },
    [Symbol.dispose]: () => {
      isDisposed = true;
    },
  };
}

/** Waits for the work, but not longer than `ms`. */
async function atMost(ms: number, work: Promise<void>, clock: Clock): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const patience = clock.after(ms, resolve);
  await Promise.race([work, promise]);
  patience[Symbol.dispose]();
}
