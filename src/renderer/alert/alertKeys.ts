import type { AlertCard } from '#core/reminders/alertSnapshot.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';

/** What a key asks for. */
export type AlertKey =
  | { readonly kind: 'select'; readonly index: number }
  | { readonly kind: 'act'; readonly action: ReminderAction }
  /** Stops a countdown. */
  | { readonly kind: 'stayOut' }
  | { readonly kind: 'titles' };

/** `answer`: it may be on, and the user can say whether. `skip`: the user can say that they do not go. */
export type CardAnswers = 'answer' | 'skip' | 'none';

/** What can be said of a card; nothing where its meeting is gone from the calendar. */
export function answersTo({ isMaybe, time }: Pick<AlertCard, 'isMaybe' | 'time'>): CardAnswers {
  if (isMaybe) return 'answer';
  return time === null ? 'none' : 'skip';
}

/**
 * Reads a key of the large window; null where it means nothing.
 * @param count how many cards there are
 * @param isCounting whether one of them is about to join by itself
 * @param can what can be said of the chosen one; see {@link answersTo}
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
      // What is most urgent is stopped first; pressed again it puts the card away.
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
