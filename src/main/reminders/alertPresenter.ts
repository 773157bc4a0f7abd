import { readReminderKey } from '#core/keys.ts';
import { slotTime } from '#core/reminders/reminder.ts';
import type { AutoJoin } from './autoJoin.ts';
import { alertCardOf, keysOf, meetingOf, type Card } from './card.ts';
import type { ReminderContext } from './reminderContext.ts';
import type { ShownReminders } from './shownReminders.ts';

/** Shows cards in the alert window. */
export interface AlertPresenter {
  /** Replaces the meeting's card, so that the window does not close and open again. */
  readonly show: (card: Card) => void;
}

export function createAlertPresenter(
  { alertWindow, chimes, desktop, hues, ledger, log }: ReminderContext,
  shown: ShownReminders,
  autoJoin: AutoJoin,
): AlertPresenter {
  const beginToJoin = ({ key, occurrenceKey }: Card): void => {
    const { meeting, slot, start } = readReminderKey(key);
    autoJoin.begin(meeting, occurrenceKey, slotTime(slot, start) ?? start);
  };
  return {
    show: (card) => {
      shown.withdraw(meetingOf(card));
      shown.set(meetingOf(card), { card, notice: null, isHidden: false });
      const hasRoom = card.occurrence !== null && card.occurrence.joinLinks.length > 0;
      alertWindow.put(meetingOf(card), alertCardOf(card, hues()), {
        onShown: () => {
          void ledger.record(...keysOf(card).map((key) => ({ kind: 'shown' as const, key })));
          chimes.accompany('alert', card.loudness);
          if (card.kind === 'autoJoin' && hasRoom) beginToJoin(card);
        },
        // The main window is the last resort, so that the user still sees the meeting.
        onFailed: () => {
          log('the alert window did not open');
          void ledger.record(...keysOf(card).map((key) => ({ kind: 'failed' as const, key })));
          desktop.showWindow({ screen: 'agenda', occurrenceKey: card.occurrenceKey });
        },
      });
    },
  };
}
