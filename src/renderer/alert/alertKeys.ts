import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';

/** The action of a key. `key` is the card's. */
export type AlertKey =
  /** Moves the focus to this card. */
  | { readonly kind: 'choose'; readonly key: string }
  | { readonly kind: 'act'; readonly key: string; readonly action: ReminderAction }
  | { readonly kind: 'titles' };

/** `answer`: the week is unknown, so Y and X answer it. `skip`: X skips it. */
export type CardAnswers = 'answer' | 'skip' | 'none';

/** What X and Y do for a card; `none` if its meeting has left the calendar. */
export function answersTo({ isMaybe, time }: Pick<AlertCard, 'isMaybe' | 'time'>): CardAnswers {
  if (isMaybe) return 'answer';
  return time === null ? 'none' : 'skip';
}

/** The card that counts down to an automatic join, if there is one. */
export const countingCard = (cards: readonly AlertCard[]): AlertCard | undefined =>
  cards.find(({ joinsAt }) => joinsAt !== null);

/**
 * The action of a key in the alert window. Every key acts on the card with the focus; only Escape first
 * stops a countdown, whichever card has it, since nobody should be joined against a key that says “stop”.
 * @param focused the card with the focus
 */
export function alertKey(
  key: string,
  cards: AlertSnapshot['cards'],
  focused: Pick<AlertCard, 'key' | 'isMaybe' | 'time'>,
): AlertKey | null {
  const at = cards.findIndex((card) => card.key === focused.key);
  const choose = (index: number): AlertKey | null => {
    const card = cards[index];
    return card === undefined ? null : { kind: 'choose', key: card.key };
  };
  const act = (action: ReminderAction): AlertKey => ({ kind: 'act', key: focused.key, action });
  const can = answersTo(focused);
  if (/^[1-9]$/.test(key)) return choose(Number(key) - 1);
  switch (key) {
    case 'ArrowDown':
      return choose(Math.min(at + 1, cards.length - 1));
    case 'ArrowUp':
      return choose(Math.max(at - 1, 0));
    case 'j':
      return act('join');
    case 's':
      return act({ snooze: '5' });
    case 'n':
      return act('notes');
    case 'Escape': {
      const counting = countingCard(cards);
      if (counting !== undefined) return { kind: 'act', key: counting.key, action: 'stayOut' };
      // There is nothing to count for once a meeting has left the calendar.
      return act(focused.time === null ? 'dismiss' : 'shrink');
    }
    case 'd':
      return act('dismiss');
    case 'y':
      return can === 'answer' ? act('itIsOn') : null;
    case 'x':
      return can === 'none' ? null : act(can === 'answer' ? 'notThisWeek' : 'skip');
    case 'h':
      return { kind: 'titles' };
    default:
      return null;
  }
}
