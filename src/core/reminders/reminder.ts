import type { Occurrence, OccurrenceKey } from '../agenda/occurrence.ts';
import { MINUTE, type Instant } from '#base';
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

/**
 * One dated meeting at one time: its occurrence and its present start (an instant, or a date). A meeting that is moved
 * is another one, so it is announced for its new time.
 */
export type MeetingId = string;

/** The {@link MeetingId} of an occurrence as it stands now. */
export const meetingIdOf = ({ key, time }: Pick<Occurrence, 'key' | 'time'>): MeetingId =>
  `${key}|${time.start}`;

/**
 * Which of a meeting's reminders: what it is, and a number that tells it from others of its kind.
 * `before`: minutes before the start. `nag`: minutes after it. `snooze`: the instant it comes back.
 * `end`: minutes before the end. `day`: of an all-day one. `moved`: the start it had. `room`: the hash of the old one.
 */
export type SlotWhat =
  | 'before'
  | 'nag'
  | 'snooze'
  | 'end'
  | 'day'
  | 'moved'
  | 'room'
  | 'cancelled'
  | 'removed';
export type Slot = `${SlotWhat}-${number}`;

/** The key of a reminder: its slot, then its meeting. */
export const reminderKey = (slot: Slot, meeting: MeetingId): string => `${slot}|${meeting}`;

/** What a key says. Keys of occurrences may hold any character, so only the ends are cut off. */
export function readReminderKey(key: string): {
  readonly slot: string;
  readonly meeting: MeetingId;
  readonly occurrenceKey: OccurrenceKey;
  /** ms; for an all-day meeting the first instant of its date in UTC. */
  readonly start: Instant;
} {
  const [first, last] = [key.indexOf('|'), key.lastIndexOf('|')];
  const written = key.slice(last + 1);
  return {
    slot: key.slice(0, first),
    meeting: key.slice(first + 1),
    occurrenceKey: key.slice(first + 1, last),
    start: /^-?\d+$/.test(written) ? Number(written) : Date.parse(written),
  };
}

/** What a slot is, and its number. */
export function readSlot(slot: string): { readonly what: string; readonly number: number } {
  const dash = slot.indexOf('-');
  return { what: slot.slice(0, dash), number: Number(slot.slice(dash + 1)) };
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
 * FNV-1a, 32 bits. 0 where no room is known.
 */
export function roomHash(occurrence: Pick<Occurrence, 'joinLinks'>): number {
  const url = occurrence.joinLinks[0]?.url;
  if (url === undefined) return 0;
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < url.length; index += 1)
    hash = Math.imul(hash ^ url.charCodeAt(index), 0x01_00_01_93);
  return hash >>> 0 || 1;
}
