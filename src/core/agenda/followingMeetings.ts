import { isMeeting } from './agenda.ts';
import type { Occurrence } from './occurrence.ts';
import { MINUTE } from '#base';

/** A meeting that begins this soon after another one follows it directly. */
const FOLLOWS_MS = 10 * MINUTE;

/** The meetings of the user that follow one directly, soonest first. @param occurrences sorted by start */
export function followingMeetings(
  occurrences: readonly Occurrence[],
  { key, time }: Pick<Occurrence, 'key' | 'time'>,
): Occurrence[] {
  if (time.kind !== 'timed') return [];
  return occurrences.filter(
    (one) =>
      one.key !== key &&
      one.time.kind === 'timed' &&
      one.time.start >= time.end &&
      one.time.start - time.end <= FOLLOWS_MS &&
      isMeeting(one),
  );
}
