import { DateTime } from 'luxon';
import type { Occurrence } from './occurrence.ts';
import { isUncertain } from './statements.ts';
import { shownMeetings } from './shownMeetings.ts';
import { DAY, MINUTE, type CalendarDate, type Instant, type TimeWindow, type ZoneName } from '#base';
import { dayOffset } from '../zones/dayOffset.ts';

/** Queries on a list of occurrences at one moment. `zone` is the viewer's: an all-day date begins at its midnight. */

/** First instant of a date in a zone; if a clock change skips midnight, the first instant that exists. */
const midnight = (date: CalendarDate, zone: ZoneName): Instant => DateTime.fromISO(date, { zone }).toMillis();

/** Start of an occurrence (ms); of an all-day one, midnight in the viewer's zone. */
export const startOf = (occurrence: Occurrence, zone: ZoneName): Instant =>
  occurrence.time.kind === 'timed' ? occurrence.time.start : midnight(occurrence.time.start, zone);

/** End of an occurrence (ms, exclusive). */
export const endOf = (occurrence: Occurrence, zone: ZoneName): Instant =>
  occurrence.time.kind === 'timed' ? occurrence.time.end : midnight(occurrence.time.end, zone);

/** From year 0 on, and up to year 9999, ISO dates have four digits (ms). */
const [FIRST_INSTANT, LAST_INSTANT] = [Date.parse('0000-01-02T00:00Z'), Date.parse('9999-12-30T00:00Z')];

/** ISO dates by their day since 1970: writing one takes longer than all else that a row needs. */
const datesWritten = new Map<number, CalendarDate>();
/** A few centuries; a hostile feed may name more. */
const MOST_WRITTEN = 100_000;

function writtenDate(day: number): CalendarDate {
  const known = datesWritten.get(day);
  if (known !== undefined) return known;
  if (datesWritten.size >= MOST_WRITTEN) datesWritten.clear();
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  datesWritten.set(day, date);
  return date;
}

/** The date on which an instant falls in a zone. */
export function dateOf(instant: Instant, zone: ZoneName): CalendarDate {
  const isUsual = instant > FIRST_INSTANT && instant < LAST_INSTANT;
  const offset = isUsual ? dayOffset(instant, zone) : null;
  if (offset !== null) return writtenDate(Math.floor((instant + offset) / DAY));
  return DateTime.fromMillis(instant, { zone }).toISODate() ?? '';
}

/** The day of a zone that an instant falls in. */
export function dayAround(instant: Instant, zone: ZoneName): TimeWindow {
  const day = DateTime.fromMillis(instant, { zone }).startOf('day');
  return { from: day.toMillis(), to: day.plus({ days: 1 }).toMillis() };
}

/** Has started and not ended. */
export const isRunning = (occurrence: Occurrence, now: Instant, zone: ZoneName): boolean =>
  startOf(occurrence, zone) <= now && now < endOf(occurrence, zone);

/** Has ended. An occurrence without duration ends when it starts. */
export const hasEnded = (occurrence: Occurrence, now: Instant, zone: ZoneName): boolean =>
  endOf(occurrence, zone) <= now && startOf(occurrence, zone) <= now;

/** Lasts a day or more, like a trip or a conference. The agenda lists it beside the meetings of its days. */
export const isLong = ({ time }: Occurrence): boolean =>
  time.kind === 'timed' && time.end - time.start >= DAY;

/** Within this time before its start, a certain meeting takes precedence over one that may be on now. */
const NEAR_MS = 15 * MINUTE;

/** A meeting that the user can attend: it has a clock time, takes place, and is neither declined, skipped nor hidden. */
export const isMeeting = (occurrence: Occurrence): boolean =>
  occurrence.isShown &&
  occurrence.time.kind === 'timed' &&
  occurrence.status !== 'cancelled' &&
  !occurrence.isDeclined &&
  occurrence.skipped === null;

/**
 * The meeting that matters now: the running one that started last, or else the next one.
 * An uncertain meeting counts too, but a certain one takes precedence if it is running, starts at the same time, or
 * starts soon while the uncertain one may be on. A long one that is running counts only if nothing else follows.
 * @param occurrences sorted by start
 */
export function nextOccurrence(
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
): Occurrence | null {
  const pick = (isMaybe: boolean): Occurrence | null => {
    let running: Occurrence | null = null;
    let long: Occurrence | null = null;
    for (const one of occurrences) {
      if (isUncertain(one) !== isMaybe || !isMeeting(one) || hasEnded(one, now, zone)) continue;
      if (startOf(one, zone) > now) return running ?? one;
      if (isLong(one)) long = one;
      else running = one;
    }
    return running ?? long;
  };
  const [certain, maybe] = [pick(false), pick(true)];
  if (certain === null || maybe === null) return certain ?? maybe;
  const start = startOf(certain, zone);
  // While the user waits in a room that may stay empty, the certain meeting matters more.
  const isNear = start <= now || (startOf(maybe, zone) <= now && start - now <= NEAR_MS);
  return isNear || start <= startOf(maybe, zone) ? certain : maybe;
}

/** The other meetings of the user that overlap this one. */
export function overlapping(
  occurrences: readonly Occurrence[],
  occurrence: Occurrence,
  zone: ZoneName,
): Occurrence[] {
  const [start, end] = [startOf(occurrence, zone), endOf(occurrence, zone)];
  return occurrences.filter(
    (other) =>
      other.key !== occurrence.key &&
      isMeeting(other) &&
      startOf(other, zone) < end &&
      endOf(other, zone) > start,
  );
}

/**
 * The first meetings that have not ended, including uncertain ones.
 * @param occurrences sorted by start
 */
export const upcoming = (
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
  count: number,
): Occurrence[] =>
  occurrences
    .values()
    .filter((one) => isMeeting(one) && !hasEnded(one, now, zone))
    .take(count)
    .toArray();

/** One day of the agenda. */
export interface AgendaDay {
  readonly date: CalendarDate;
  readonly occurrences: readonly Occurrence[];
}

/**
 * The agenda from today on, by days of the viewer's zone. A meeting that started before today and is still running is
 * listed today. Today is always included, even if empty. All-day events come first in their day. Meetings that the
 * user hides are left out.
 */
export function agendaDays(occurrences: readonly Occurrence[], now: Instant, zone: ZoneName): AgendaDay[] {
  const today = dateOf(now, zone);
  const days = new Map<CalendarDate, Occurrence[]>([[today, []]]);
  for (const one of shownMeetings(occurrences)) {
    const date = one.time.kind === 'allDay' ? one.time.start : dateOf(one.time.start, zone);
    if (date < today && hasEnded(one, now, zone)) continue;
    const day = date < today ? today : date;
    const list = days.get(day);
    if (list) list.push(one);
    else days.set(day, [one]);
  }
  const allDayFirst = (a: Occurrence, b: Occurrence): number =>
    Number(b.time.kind === 'allDay') - Number(a.time.kind === 'allDay');
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, list]) => ({ date, occurrences: list.toSorted(allDayFirst) }));
}
