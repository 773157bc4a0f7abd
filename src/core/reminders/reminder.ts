import type { OccurrenceKey } from '../keys.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { readSlot, type MeetingId, type Slot } from '../keys.ts';
import { fnv1a, MINUTE, type Instant } from '#base';
import type { Loudness, ReminderKind } from './reminderRules.ts';

/** A reminder to raise at an instant. */
export interface Reminder {
  /** {@link reminderKey}: stays the same when feeds are refreshed and when the clock is changed. */
  readonly key: string;
  /** The two parts of the key. */
  readonly slot: Slot;
  readonly meeting: MeetingId;
  readonly occurrenceKey: OccurrenceKey;
  readonly title: string;
  /** {@link roomHash} of its meeting. */
  readonly room: number;
  /** When to raise it (ms). */
  readonly at: Instant;
  readonly kind: ReminderKind;
  /** Without a sound, and never in the alert window. */
  readonly isQuiet: boolean;
  /** The meeting is uncertain on that date. */
  readonly isMaybe: boolean;
  /** Only a text states the meeting. */
  readonly isUnconfirmed: boolean;
  readonly loudness: Loudness;
}

/** When a slot that announces a start is due (ms); null for slots of another kind. */
export function slotTime(slot: string, start: Instant): Instant | null {
  const { what, number } = readSlot(slot);
  if (what === 'before') return start - number * MINUTE;
  if (what === 'nag') return start + number * MINUTE;
  return what === 'snooze' ? number : null;
}

/** Least time that a reminder stays useful after the start, ms; for meetings without duration. */
const SHORTEST_USE_MS = 5 * MINUTE;

/** End of the time in which announcing the start is useful (ms, exclusive). */
export const usefulEnd = (start: Instant, end: Instant): Instant => Math.max(end, start + SHORTEST_USE_MS);

/**
 * Hash of the room's address, to detect changes. The address itself contains a passcode and is not stored. 0 without a
 * room.
 */
export function roomHash(occurrence: Pick<Occurrence, 'joinLinks'>): number {
  const url = occurrence.joinLinks[0]?.url;
  if (url === undefined) return 0;
  return fnv1a(url) || 1;
}
