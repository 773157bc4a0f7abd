import { meetingId } from '../keys.ts';
import { z } from 'zod';
import type { Occurrence } from '../agenda/occurrence.ts';
import { MINUTE, type Instant } from '#base';
import { usefulEnd } from '../reminders/reminder.ts';

/**
 * Visits to meeting rooms. From shortly before the start, opening the room counts as joining and silences the
 * reminders. An earlier visit silences nothing: the user may have left again.
 */

/** A room that was opened near its meeting's start. `at` is when (ms). */
export const visit = z.object({ kind: z.enum(['opened', 'joined']), at: z.number() });
export type Visit = z.infer<typeof visit>;

/** A visit, and the key of its meeting. */
export const roomVisit = visit.extend({ key: z.string() });
export type RoomVisit = z.infer<typeof roomVisit>;

/**
 * Result of a request to join. `asked`: no room was opened, the question is in the window. `opened` and `joined` are
 * recorded; `looked` is not, because the meeting is far off or over.
 */
export const joinOutcome = z.enum(['asked', 'opened', 'joined', 'looked']);
export type JoinOutcome = z.infer<typeof joinOutcome>;

/** Earlier than this, the user is asked before the room opens. */
export const EARLY_MS = 15 * MINUTE;
/** From this time before the start, opening the room counts as joining. */
export const JOINED_MS = 2 * MINUTE;

/** `early`: ask first, and record nothing. `over`: the meeting is over or all-day; record nothing. */
export type Opening = 'early' | 'opened' | 'joined' | 'over';

/** The meaning of opening an occurrence's room now. */
export function openingAt({ time }: Pick<Occurrence, 'time'>, now: Instant): Opening {
  if (time.kind === 'allDay' || now >= usefulEnd(time.start, time.end)) return 'over';
  if (time.start - now > EARLY_MS) return 'early';
  return time.start - now > JOINED_MS ? 'opened' : 'joined';
}

/**
 * The visit after the room was opened once more. Only the time counts: ledgers of earlier versions record every visit
 * as joined, even days ahead.
 */
export function visitAfter(before: Visit | null, at: Instant, start: Instant): Visit | null {
  if (before?.kind === 'joined' || start - at > EARLY_MS) return before;
  return start - at > JOINED_MS ? { kind: 'opened', at } : { kind: 'joined', at };
}

/** The more significant of two visits to a meeting. */
export const betterVisit = (one: Visit | null, other: Visit | null): Visit | null =>
  one === null || (one.kind === 'opened' && other?.kind === 'joined') ? other : one;

/** The user's visit to a meeting, recorded under any of its keys. `history` is a `ReminderHistory`. */
export function visitOf(
  history: ReadonlyMap<string, { readonly visit: Visit | null }>,
  { sources, time }: Pick<Occurrence, 'sources' | 'time'>,
): Visit | null {
  if (history.size === 0) return null;
  return sources
    .map(({ key }) => history.get(meetingId(key, time.start))?.visit ?? null)
    .reduce(betterVisit, null);
}
