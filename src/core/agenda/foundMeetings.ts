import { rank } from '../search/rank.ts';
import { DAY, type Instant, type TimeWindow, type ZoneName } from '#base';
import { dateOf, startOf, type AgendaDay } from './agenda.ts';
import type { Occurrence } from './occurrence.ts';
import { searchedFacts } from './searchedFacts.ts';
import { shownMeetings } from './shownMeetings.ts';

/** More results than anyone reads; those nearest to now are kept. */
const MOST_FOUND = 200;
const YEAR_MS = 366 * DAY;

/** The dates that a search covers: a year back and a year ahead. */
export const searchedWindow = (now: Instant): TimeWindow => ({ from: now - YEAR_MS, to: now + YEAR_MS });

/** The shown meetings that match the query by title or facts, sorted by start; at most 200, those nearest to now. */
export function foundMeetings(
  query: string,
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
): Occurrence[] {
  const found = rank(query, shownMeetings(occurrences), (one) => ({
    name: one.title,
    others: searchedFacts(one),
  }));
  const distance = (one: Occurrence): number => Math.abs(startOf(one, zone) - now);
  return found
    .map(({ item }) => item)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, MOST_FOUND)
    .toSorted((one, other) => startOf(one, zone) - startOf(other, zone));
}

/** The found meetings by the days on which they begin. Today is always among them: it divides past and future. */
export function foundDays(found: readonly Occurrence[], now: Instant, zone: ZoneName): AgendaDay[] {
  const days = new Map<string, Occurrence[]>([[dateOf(now, zone), []]]);
  for (const one of found) {
    const date = one.time.kind === 'allDay' ? one.time.start : dateOf(one.time.start, zone);
    const day = days.get(date);
    if (day === undefined) days.set(date, [one]);
    else day.push(one);
  }
  return [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, occurrences]) => ({ date, occurrences }));
}
