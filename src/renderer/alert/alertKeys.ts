import type { ReminderAction } from '../../shared/ipc/reminderRequests.ts';

/** What a key asks for. */
export type AlertKey =
  | { readonly kind: 'select'; readonly index: number }
  | { readonly kind: 'act'; readonly action: ReminderAction }
  /** Stops a countdown. */
  | { readonly kind: 'stayOut' }
  | { readonly kind: 'titles' };

/**
 * Reads a key of the large window; null where it means nothing.
 * @param count how many cards there are
 * @param isCounting whether one of them is about to join by itself
 * @param isMaybe whether the chosen one may be on, so that one can say so
 */
export function alertKey(key: string, count: number, isCounting = false, isMaybe = false): AlertKey | null {
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
      return isMaybe ? { kind: 'act', action: 'itIsOn' } : null;
    case 'x':
      return isMaybe ? { kind: 'act', action: 'notThisWeek' } : null;
    case 'h':
      return { kind: 'titles' };
    default:
      return null;
  }
}
