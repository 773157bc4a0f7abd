import type { ReminderAction } from '../../shared/ipc/reminderRequests.ts';

/** What a key asks for. */
export type AlertKey =
  | { readonly kind: 'select'; readonly index: number }
  | { readonly kind: 'act'; readonly action: ReminderAction }
  | { readonly kind: 'titles' };

/** Reads a key of the large window; null where it means nothing. @param count how many cards there are */
export function alertKey(key: string, count: number): AlertKey | null {
  const digit = /^[1-9]$/.test(key) ? Number(key) : 0;
  if (digit > 0) return digit <= count ? { kind: 'select', index: digit - 1 } : null;
  switch (key.toLowerCase()) {
    case 'j':
      return { kind: 'act', action: 'join' };
    case 's':
      return { kind: 'act', action: { snooze: '5' } };
    case 'n':
      return { kind: 'act', action: 'notes' };
    case 'd':
    case 'escape':
      return { kind: 'act', action: 'dismiss' };
    case 'h':
      return { kind: 'titles' };
    default:
      return null;
  }
}
