import { DateTime } from 'luxon';
import type { CalendarDate, Instant, ZoneName } from '#base';
import type { Hue } from '../format/hue.ts';
import { endOf, startOf } from './agenda.ts';
import type { Occurrence } from './occurrence.ts';

/** As many colours fit below a date. */
const MOST_HUES = 3;

/** It takes place, and the user goes to it; what lasts all day counts, too. */
const counts = ({ status, isDeclined, skipped }: Occurrence): boolean =>
  status !== 'cancelled' && !isDeclined && skipped === null;

/**
 * The colours of the meetings of each date, each once, in the order of their start: at most three. Dates without
 * meetings are left out.
 * @param dates consecutive
 */
export function huesByDate(
  occurrences: readonly Occurrence[],
  dates: readonly CalendarDate[],
  zone: ZoneName,
  hueFor: (occurrence: Occurrence) => Hue,
): ReadonlyMap<CalendarDate, readonly Hue[]> {
  const days = dates.map((date) => {
    const midnight = DateTime.fromISO(date, { zone });
    return { date, from: midnight.toMillis(), to: midnight.plus({ days: 1 }).toMillis() };
  });
  const [first = 0, last = 0]: readonly (Instant | undefined)[] = [days[0]?.from, days.at(-1)?.to];
  const hues = new Map<CalendarDate, Hue[]>();
  for (const one of occurrences) {
    if (!counts(one)) continue;
    const [start, end] = [startOf(one, zone), endOf(one, zone)];
    if (start >= last || end < first) continue;
    for (const { date, from, to } of days) {
      const isIn = start < to && (end > from || start >= from);
      if (!isIn) continue;
      const known = hues.get(date) ?? [];
      const hue = hueFor(one);
      if (known.length < MOST_HUES && !known.includes(hue)) hues.set(date, [...known, hue]);
    }
  }
  return hues;
}
