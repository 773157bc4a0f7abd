import { z } from 'zod';
import type { Occurrence } from '../calendar/occurrence.ts';
import { roomKey } from '../join/roomKey.ts';
import { DAY, type CalendarDate } from '../time.ts';
import { dateOf } from './agenda.ts';

/**
 * Which of its candidate dates are those of a meeting whose source does not say in which week it meets: settled by
 * what the user said, or by another feed that holds the same meeting.
 */

/** The user's answer: a date, on the clock of the meeting's home zone, on which it takes place. */
export const weekAnswer = z.object({
  feedId: z.string(),
  uid: z.string(),
  date: z.iso.date(),
  source: z.literal('you'),
  /** When it was given, ms. */
  at: z.number(),
});
export type WeekAnswer = z.infer<typeof weekAnswer>;

/** Weeks since that of 1 January 1970; they begin on Monday. */
const weekNumber = (date: CalendarDate): number => Math.floor((Date.parse(`${date}T00:00Z`) / DAY + 3) / 7);

/** Whether a candidate is a true date, when the meeting takes place on `anchor`. */
export const isOnWeekOf = (candidate: CalendarDate, anchor: CalendarDate, everyWeeks: number): boolean =>
  (weekNumber(candidate) - weekNumber(anchor)) % everyWeeks === 0;

/** Date of an occurrence on the clock of its home zone. */
export const homeDate = ({ time, zone }: Occurrence): CalendarDate =>
  time.kind === 'allDay' ? time.start : dateOf(time.start, zone ?? 'UTC');

const startAndRooms = ({ time, joinLinks }: Occurrence): string[] =>
  time.kind === 'allDay' ? [] : joinLinks.map((link) => `${time.start}|${roomKey(link)}`);

/** What settles a week, and a date on which the meeting takes place. */
export interface Settlement {
  readonly date: CalendarDate;
  /** Null when it was the user. */
  readonly feedName: string | null;
  /** When the user said so, ms; null when it was a feed. */
  readonly at: number | null;
}

/**
 * The feed that knows: one of the others holds a meeting with the same start and room on candidates of exactly one
 * week. Where it holds them on several, nothing is known for sure.
 * @param certain occurrences of all feeds; those in doubt or of the same feed say nothing
 */
export function settledByFeed(
  candidates: readonly Occurrence[],
  certain: readonly Occurrence[],
  everyWeeks: number,
): Settlement | null {
  const own = candidates[0]?.feedId;
  const wanted = new Set(candidates.flatMap(startAndRooms));
  const matching = new Map<string, Occurrence>();
  for (const one of certain)
    if (one.feedId !== own && one.status !== 'cancelled' && !one.isWeekUnknown)
      for (const place of startAndRooms(one)) if (wanted.has(place)) matching.set(place, one);
  const found = candidates.filter((one) => startAndRooms(one).some((place) => matching.has(place)));
  const [first] = found;
  if (first === undefined) return null;
  const date = homeDate(first);
  if (!found.every((one) => isOnWeekOf(homeDate(one), date, everyWeeks))) return null;
  const feedName = startAndRooms(first).flatMap((place) => matching.get(place)?.feedName ?? [])[0];
  return feedName === undefined ? null : { date, feedName, at: null };
}

/** Whether a text asks for the week: it is said no longer once that is known. */
export const asksForWeek = (text: string): boolean =>
  /\bin which weeks?\b|^Which of the two weeks\b|\bwhich week is whose\b/i.test(text);

/**
 * The true dates among the candidates of one meeting, told with what settled them; all of them, still in doubt,
 * when nothing did.
 */
export function settleWeeks(
  candidates: readonly Occurrence[],
  everyWeeks: number,
  settlement: Settlement | null,
): Occurrence[] {
  const week = (one: Occurrence): NonNullable<Occurrence['week']> => ({
    feedId: one.feedId,
    uid: one.uid,
    everyWeeks,
    settled: settlement,
  });
  if (settlement === null) return candidates.map((one) => ({ ...one, week: week(one) }));
  const isTrue = (one: Occurrence): boolean => isOnWeekOf(homeDate(one), settlement.date, everyWeeks);
  const settled = (one: Occurrence): Occurrence => ({
    ...one,
    isWeekUnknown: false,
    assumptions: one.assumptions.filter((text) => !asksForWeek(text)),
    week: week(one),
  });
  return candidates.filter(isTrue).map(settled);
}
