import { isMeeting } from '../agenda/agenda.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import type { OccurrenceKey } from '../keys.ts';
import { MINUTE, type Instant } from '#base';

/** The clock shows how far a meeting is over its time, and ends by itself this long after the end. */
const OVERTIME_MS = 10 * MINUTE;

/** An occurrence with a clock time. */
export type TimedOccurrence = Occurrence & { readonly time: { readonly kind: 'timed' } };

/** Whether there is still something to count for: until some minutes after its end. */
export const isCountable = (occurrence: Occurrence | null, now: Instant): occurrence is TimedOccurrence =>
  occurrence !== null &&
  isMeeting(occurrence) &&
  occurrence.time.kind === 'timed' &&
  now < occurrence.time.end + OVERTIME_MS;

/** What the user wants a clock for. */
export interface ClockWishes {
  /** Meetings that the user asked a clock for, the latest first. */
  readonly chosen: readonly OccurrenceKey[];
  /** Meetings whose clock the user dismissed. */
  readonly dismissed: ReadonlySet<OccurrenceKey>;
  /** Whether the user's settings want a clock for this meeting without asking: one that was joined. */
  readonly isAutomatic: (occurrence: Occurrence) => boolean;
}

/**
 * The meeting that the clock counts for; null if it is not wanted. What the user asked for last goes first; then the
 * joined meeting that is on, of several the one that started last.
 */
export function clockMeeting(
  occurrences: readonly Occurrence[],
  now: Instant,
  { chosen, dismissed, isAutomatic }: ClockWishes,
): TimedOccurrence | null {
  for (const key of chosen) {
    const occurrence = occurrences.find((one) => one.key === key) ?? null;
    if (isCountable(occurrence, now)) return occurrence;
  }
  const joined = occurrences.filter(
    (one): one is TimedOccurrence => isCountable(one, now) && !dismissed.has(one.key) && isAutomatic(one),
  );
  const running = joined.filter(({ time }) => time.start <= now && now < time.end);
  return running.at(-1) ?? joined.at(-1) ?? null;
}
