import { DAY, type CalendarDate, type Instant, type TimeWindow, type ZoneName } from '#base';
import { dateOf, isLong, isRunning, type AgendaDay } from './agenda.ts';
import type { Occurrence } from './occurrence.ts';

/** The agenda as a list of days, past ones too. A meeting of several days is listed on each of them. */

const dateAfter = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Its first and last date in the viewer's zone. The end is exclusive: midnight belongs to the day before. */
function datesOf({ time }: Occurrence, zone: ZoneName): { first: CalendarDate; last: CalendarDate } {
  const [first, last] =
    time.kind === 'allDay'
      ? [time.start, dateAfter(time.end, -1)]
      : [dateOf(time.start, zone), dateOf(Math.max(time.start, time.end - 1), zone)];
  return { first, last: last < first ? first : last };
}

/** A meeting over midnight is listed on its first day alone; one that lasts a day or more on all of its days. */
function listedOn(
  occurrence: Occurrence,
  now: Instant,
  today: CalendarDate,
  zone: ZoneName,
): readonly [CalendarDate, CalendarDate][] {
  const { first, last } = datesOf(occurrence, zone);
  const isOnEach = occurrence.time.kind === 'allDay' || isLong(occurrence);
  if (isOnEach) return [[first, last]];
  // A meeting that has been running since yesterday also comes first today.
  return first < today && isRunning(occurrence, now, zone)
    ? [
        [first, first],
        [today, today],
      ]
    : [[first, first]];
}

/**
 * The days of a window that have meetings, and today if it is within; all-day events come first in their day.
 * @param occurrences sorted by start
 * @param window ms; begins and ends at midnights of the zone
 */
export function listedDays(
  occurrences: readonly Occurrence[],
  window: TimeWindow,
  now: Instant,
  zone: ZoneName,
): AgendaDay[] {
  const [earliest, latest] = [dateOf(window.from, zone), dateOf(window.to - 1, zone)];
  const days = new Map<CalendarDate, Occurrence[]>();
  const today = dateOf(now, zone);
  if (today >= earliest && today <= latest) days.set(today, []);
  for (const one of occurrences)
    for (const [first, last] of listedOn(one, now, today, zone)) {
      const end = last < latest ? last : latest;
      for (let date = first < earliest ? earliest : first; date <= end; date = dateAfter(date, 1)) {
        const day = days.get(date);
        if (day === undefined) days.set(date, [one]);
        else day.push(one);
        if (date === end) break;
      }
    }
  const allDayFirst = (a: Occurrence, b: Occurrence): number =>
    Number(b.time.kind === 'allDay') - Number(a.time.kind === 'allDay');
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, list]) => ({ date, occurrences: list.toSorted(allDayFirst) }));
}

/** What a row of the list is called: a meeting of several days has a row on each. */
export function rowIdOf(
  occurrence: Occurrence,
  date: CalendarDate,
  today: CalendarDate,
  zone: ZoneName,
): string {
  if (occurrence.time.kind === 'timed' && !isLong(occurrence)) return occurrence.key;
  const { first } = datesOf(occurrence, zone);
  return date === first || (date === today && first < today) ? occurrence.key : `${occurrence.key}#${date}`;
}

/** The key of the meeting in a row. */
export const keyOfRow = (id: string): string => id.replace(/#\d{4}-\d{2}-\d{2}$/, '');
