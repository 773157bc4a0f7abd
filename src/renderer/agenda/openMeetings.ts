import { hasEnded } from '../../shared/agenda/agenda.ts';
import { seriesKey } from '../../shared/agenda/meetingChoices.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import type { Instant, ZoneName } from '../../shared/time.ts';

/** A meeting whose source leaves its dates open, by its next date. */
export interface AskedMeeting {
  readonly occurrence: Occurrence;
  /** It is still open on which dates it takes place. */
  readonly isOpen: boolean;
}

/**
 * The meetings that ask for their dates, and those of them that were answered.
 * @param occurrences sorted by start
 */
export function askedMeetings(
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
): AskedMeeting[] {
  const asked = new Map<string, AskedMeeting>();
  for (const occurrence of occurrences) {
    const { week, isWeekUnknown } = occurrence;
    if (week === null || occurrence.status === 'cancelled' || hasEnded(occurrence, now, zone)) continue;
    const key = seriesKey(week);
    const known = asked.get(key);
    const isOpen = week.settled === null && (isWeekUnknown || known?.isOpen === true);
    asked.set(key, { occurrence: known?.occurrence ?? occurrence, isOpen });
  }
  return [...asked.values()];
}

/** How many meetings ask for their dates. */
export const openCount = (occurrences: readonly Occurrence[], now: Instant, zone: ZoneName): number =>
  askedMeetings(occurrences, now, zone).filter(({ isOpen }) => isOpen).length;

/** `1 of your meetings is`, `4 of your meetings are`. */
export const openWords = (count: number): string => `${count} of your meetings ${count === 1 ? 'is' : 'are'}`;
