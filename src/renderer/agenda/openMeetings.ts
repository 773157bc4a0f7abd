import { dayAround, hasEnded, startOf } from '#core/agenda/agenda.ts';
import { seriesKey } from '#core/keys.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, type Instant, type ZoneName } from '#base';
import { texts } from './texts.ts';

const WEEK = 7 * DAY;

/** A meeting with an open question, represented by its next date. */
export interface AskedMeeting {
  readonly occurrence: Occurrence;
  /** Its week is still unknown. */
  readonly isOpen: boolean;
  /** Only a text states the meeting, and the user has not confirmed it. */
  readonly isUnconfirmed: boolean;
}

/** Its offset in the week that begins today (ms): the same for each of its possible dates. */
const placeInWeek = ({ occurrence }: AskedMeeting, today: Instant, zone: ZoneName): number =>
  (startOf(occurrence, zone) - today) % WEEK;

/**
 * The meetings with an unknown week or that only a text states, and those that were answered. An answer keeps the order, so that the next press
 * hits the meeting it is meant for.
 * @param occurrences sorted by start
 */
export function askedMeetings(
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
): AskedMeeting[] {
  const asked = new Map<string, AskedMeeting>();
  for (const occurrence of occurrences) {
    const { week, isWeekUnknown, statement, status, skipped } = occurrence;
    if (week === null && (statement === null || skipped !== null)) continue;
    if (status === 'cancelled' || hasEnded(occurrence, now, zone)) continue;
    const key = seriesKey(week ?? occurrence);
    const known = asked.get(key);
    const isOpen = week !== null && week.settled === null && (isWeekUnknown || known?.isOpen === true);
    asked.set(key, {
      occurrence: known?.occurrence ?? occurrence,
      isOpen,
      isUnconfirmed: isUnconfirmed(occurrence),
    });
  }
  const today = dayAround(now, zone).from;
  return [...asked.values()].toSorted(
    (one, other) => placeInWeek(one, today, zone) - placeInWeek(other, today, zone),
  );
}

/** Number of meetings with an unknown week. */
export const openCount = (occurrences: readonly Occurrence[], now: Instant, zone: ZoneName): number =>
  askedMeetings(occurrences, now, zone).filter(({ isOpen }) => isOpen).length;

/** `1 of your meetings is`, `4 of your meetings are`. */
export const openWords = (count: number): string => texts.ofYourMeetings(count);
