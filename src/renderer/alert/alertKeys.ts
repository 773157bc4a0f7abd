import type { AlertCard } from '#core/reminders/alertSnapshot.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';

/** The action of a key. */
export type AlertKey =
  | { readonly kind: 'select'; readonly index: number }
  | { readonly kind: 'act'; readonly action: ReminderAction }
  /** Stops a countdown. */
  | { readonly kind: 'stayOut' }
  | { readonly kind: 'titles' };

/** `answer`: the week is unknown, so Y and X answer it. `skip`: X skips it. */
export type CardAnswers = 'answer' | 'skip' | 'none';

/** What X and Y do for a card; `none` if its meeting has left the calendar. */
export function answersTo({ isMaybe, time }: Pick<AlertCard, 'isMaybe' | 'time'>): CardAnswers {
  if (isMaybe) return 'answer';
  return time === null ? 'none' : 'skip';
}

/**
 * The action of a key in the alert window; null for none.
 * @param count number of cards
 * @param isCounting whether a card counts down to an automatic join
 * @param can what X and Y do for the chosen card, see {@link answersTo}
 */
export function alertKey(
  key: string,
  count: number,
  isCounting = false,
  can: CardAnswers = 'none',
): AlertKey | null {
  const digit = /^[1-9]$/.test(key) ? Number(key) : 0;
  if (digit > 0) return digit <= count ? { kind: 'select', index: digit - 1 } : null;
  switch (key.toLowerCase()) {
    case 'j':
      return { kind: 'act', action: 'join' };
    case 's':
      return { kind: 'act', action: { snooze: '5' } };
    case 'n':
      return { kind: 'act', action: 'notes' };
    case 'escape':
      // The first Esc stops the countdown, the second dismisses the card.
      return isCounting ? { kind: 'stayOut' } : { kind: 'act', action: 'dismiss' };
    case 'd':
      return { kind: 'act', action: 'dismiss' };
    case 'y':
      return can === 'answer' ? { kind: 'act', action: 'itIsOn' } : null;
    case 'x':
      if (can === 'none') return null;
      return { kind: 'act', action: can === 'answer' ? 'notThisWeek' : 'skip' };
    case 'h':
      return { kind: 'titles' };
    default:
      return null;
  }
}
