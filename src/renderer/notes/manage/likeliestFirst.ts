import { startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, type Instant, type ZoneName } from '#base';

/**
 * Meetings in the order in which a note is likely to be about them: those that were, and those of the next day, the
 * nearest to now first; then what is to come, soonest first, since a weekly meeting has a whole year of it.
 */
export function likeliestFirst(meetings: readonly Occurrence[], now: Instant, zone: ZoneName): Occurrence[] {
  const byStart = meetings.toSorted((a, b) => startOf(a, zone) - startOf(b, zone));
  const isNear = (meeting: Occurrence): boolean => startOf(meeting, zone) <= now + DAY;
  const distance = (meeting: Occurrence): number => Math.abs(startOf(meeting, zone) - now);
  return [
    ...byStart.filter(isNear).toSorted((a, b) => distance(a) - distance(b)),
    ...byStart.filter((meeting) => !isNear(meeting)),
  ];
}
