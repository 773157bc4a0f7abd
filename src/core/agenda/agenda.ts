import { DateTime } from 'luxon';
import type { Occurrence } from './occurrence.ts';
import { DAY, MINUTE, type CalendarDate, type Instant, type TimeWindow, type ZoneName } from '#base';

/** Questions about a list of occurrences at one moment. `zone` is the viewer's: it gives dates their midnight. */

/** First instant of a date in a zone; where midnight is skipped by a clock change, the first that exists. */
const midnight = (date: CalendarDate, zone: ZoneName): Instant => DateTime.fromISO(date, { zone }).toMillis();

/** When an occurrence begins (ms); an all-day one at midnight in the viewer's zone. */
export const startOf = (occurrence: Occurrence, zone: ZoneName): Instant =>
  occurrence.time.kind === 'timed' ? occurrence.time.start : midnight(occurrence.time.start, zone);

/** When an occurrence is over (ms, exclusive). */
export const endOf = (occurrence: Occurrence, zone: ZoneName): Instant =>
  occurrence.time.kind === 'timed' ? occurrence.time.end : midnight(occurrence.time.end, zone);

/** The date on which an instant falls in a zone. */
export const dateOf = (instant: Instant, zone: ZoneName): CalendarDate =>
  DateTime.fromMillis(instant, { zone }).toISODate() ?? '';

/** The day of a zone that an instant falls in. */
export function dayAround(instant: Instant, zone: ZoneName): TimeWindow {
  const day = DateTime.fromMillis(instant, { zone }).startOf('day');
  return { from: day.toMillis(), to: day.plus({ days: 1 }).toMillis() };
}

/** Has begun and is not over. */
export const isRunning = (occurrence: Occurrence, now: Instant, zone: ZoneName): boolean =>
  startOf(occurrence, zone) <= now && now < endOf(occurrence, zone);

/** Is over. One without length is over as soon as it has begun. */
export const hasEnded = (occurrence: Occurrence, now: Instant, zone: ZoneName): boolean =>
  endOf(occurrence, zone) <= now && startOf(occurrence, zone) <= now;

/** Lasts a day or more, as a trip or a conference does: it is written down beside the meetings of its days. */
export const isLong = ({ time }: Occurrence): boolean =>
  time.kind === 'timed' && time.end - time.start >= DAY;

/** So long before its start a certain meeting goes before one that may be on now. */
const NEAR_MS = 15 * MINUTE;

/** Something the user can be in time for: has a clock time, takes place, and was neither declined nor skipped. */
export const isMeeting = (occurrence: Occurrence): boolean =>
  occurrence.time.kind === 'timed' &&
  occurrence.status !== 'cancelled' &&
  !occurrence.isDeclined &&
  occurrence.skipped === null;

/**
 * The meeting that matters now: of those that run, the one that began last; else the one that begins next. One that
 * may take place counts too; a certain one goes before it that runs or begins at the same time, or is near while the
 * other may be on. A long one that runs counts only where nothing else comes.
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
      if (one.isWeekUnknown !== isMaybe || !isMeeting(one) || hasEnded(one, now, zone)) continue;
      if (startOf(one, zone) > now) return running ?? one;
      if (isLong(one)) long = one;
      else running = one;
    }
    return running ?? long;
  };
  const [certain, maybe] = [pick(false), pick(true)];
  if (certain === null || maybe === null) return certain ?? maybe;
  const start = startOf(certain, zone);
  // Who waits in a room that may stay empty is told of the meeting that is sure to come.
  const isNear = start <= now || (startOf(maybe, zone) <= now && start - now <= NEAR_MS);
  return isNear || start <= startOf(maybe, zone) ? certain : maybe;
}

/** The other meetings that are on at some time of this one and that the user goes to. */
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
 * The first meetings that have not ended, with those that may take place.
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
 * The agenda from today on, by the days of the viewer's zone; what began before today and still runs stands today.
 * Today is always there, also when it is empty. All-day ones come first in their day.
 */
export function agendaDays(occurrences: readonly Occurrence[], now: Instant, zone: ZoneName): AgendaDay[] {
  const today = dateOf(now, zone);
  const days = new Map<CalendarDate, Occurrence[]>([[today, []]]);
  for (const one of occurrences) {
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
