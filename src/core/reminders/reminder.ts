import type { OccurrenceKey } from '../keys.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { readSlot, type MeetingId, type Slot } from '../keys.ts';
import { fnv1a, MINUTE, type Instant } from '#base';
import type { Loudness, ReminderKind } from './reminderRules.ts';

/** Something to raise at an instant for an occurrence. */
export interface Reminder {
  /** {@link reminderKey}: neither a refresh nor a moved clock gives the same reminder another one. */
  readonly key: string;
  /** The two parts of the key. */
  readonly slot: Slot;
  readonly meeting: MeetingId;
  readonly occurrenceKey: OccurrenceKey;
  readonly title: string;
  /** {@link roomHash} of its meeting. */
  readonly room: number;
  /** When it should be raised (ms). */
  readonly at: Instant;
  readonly kind: ReminderKind;
  /** Without a sound, and never as a window of its own. */
  readonly isQuiet: boolean;
  /** Its meeting may take place on that date, or on another one. */
  readonly isMaybe: boolean;
  readonly loudness: Loudness;
}

/** When a slot that announces a start is due (ms); null for slots of another kind. */
export function slotTime(slot: string, start: Instant): Instant | null {
  const { what, number } = readSlot(slot);
  if (what === 'before') return start - number * MINUTE;
  if (what === 'nag') return start + number * MINUTE;
  return what === 'snooze' ? number : null;
}

/** A meeting without length would be over the moment it is due; for so long a reminder of it still helps. */
const SHORTEST_USE_MS = 5 * MINUTE;

/** Until when an announcement of the start still helps (ms, exclusive). */
export const usefulEnd = (start: Instant, end: Instant): Instant => Math.max(end, start + SHORTEST_USE_MS);

/**
 * A number for a room's address, to see that it changed: the address itself holds a passcode and is not written down.
 * 0 where no room is known.
 */
export function roomHash(occurrence: Pick<Occurrence, 'joinLinks'>): number {
  const url = occurrence.joinLinks[0]?.url;
  if (url === undefined) return 0;
  return fnv1a(url) || 1;
}
