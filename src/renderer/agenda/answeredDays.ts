import { dateOf, startOf, type AgendaDay } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { ZoneName } from '#base';

/**
 * The days with the answered rows in their places. Rows whose date is in the agenda (again) are left out, and so are
 * those of days that are not shown.
 */
export function withAnswered(
  days: readonly AgendaDay[],
  answered: readonly Occurrence[],
  zone: ZoneName,
): readonly AgendaDay[] {
  if (answered.length === 0) return days;
  const present = new Set(days.flatMap(({ occurrences }) => occurrences.map(({ key }) => key)));
  const gone = new Map(answered.filter(({ key }) => !present.has(key)).map((one) => [one.key, one]));
  if (gone.size === 0) return days;
  const order = (one: Occurrence, other: Occurrence): number =>
    Number(other.time.kind === 'allDay') - Number(one.time.kind === 'allDay') ||
    startOf(one, zone) - startOf(other, zone);
  return days.map((day) => {
    const here = [...gone.values()].filter((one) => dateOf(startOf(one, zone), zone) === day.date);
    return here.length === 0 ? day : { ...day, occurrences: [...day.occurrences, ...here].toSorted(order) };
  });
}
