import { z } from 'zod';
import type { Occurrence, WeekSettlement } from './occurrence.ts';
import { asksForWeek, isDateOf, isTurnOf, type Reading, type WeekDoubt } from '#calendar';
import { roomKey } from '#meeting-links';
import type { CalendarDate } from '#base';
import { dateOf } from './agenda.ts';

/**
 * Settles on which of its candidate dates a meeting takes place if its source leaves that open: by the user's answers,
 * by another feed with the same meeting, or by the meeting with which it alternates.
 */

/**
 * An answer of the user: the meeting takes place on a date of its home zone, or does not, or a reading is right, given
 * as its rule and a date.
 */
export const weekSaying = z.discriminatedUnion('says', [
  z.object({ says: z.enum(['on', 'off']), date: z.iso.date() }),
  z.object({ says: z.literal('rule'), rule: z.string().max(400), date: z.iso.date() }),
]);
export type WeekSaying = z.infer<typeof weekSaying>;

/** The stored answer. Without `says` it is from an older version, which knew only dates on which it takes place. */
export const weekAnswer = z.object({
  feedId: z.string(),
  uid: z.string(),
  says: z.enum(['on', 'off', 'rule']).default('on'),
  date: z.iso.date(),
  /** RRULE value; null unless `says` is `rule`. */
  rule: z.string().nullable().default(null),
  source: z.literal('you'),
  /** When it was given, ms. */
  at: z.number(),
});
export type WeekAnswer = z.infer<typeof weekAnswer>;

/** Date of an occurrence in its home zone. */
export const homeDate = ({ time, zone }: Pick<Occurrence, 'time' | 'zone'>): CalendarDate =>
  time.kind === 'allDay' ? time.start : dateOf(time.start, zone ?? 'UTC');

const agrees = (one: Reading, { says, date, rule }: WeekAnswer): boolean => {
  if (says === 'off') return !isDateOf(one, date);
  return isDateOf(one, date) && (says === 'on' || one.rule === rule);
};

/**
 * The readings that remain after the user's answers. An answer that fits none of them is ignored: the source's text
 * has changed, or a later answer contradicts it.
 */
export function readingsLeft(
  readings: readonly Reading[],
  answers: readonly WeekAnswer[],
): readonly Reading[] {
  let left = readings;
  for (const answer of answers.toSorted((a, b) => b.at - a.at)) {
    const fitting = left.filter((one) => agrees(one, answer));
    if (fitting.length > 0) left = fitting;
  }
  return left;
}

/** Whether its text names several rules: then “it is on” does not settle which one is meant. */
export const hasSeveralRules = ({
  isWeekUnknown,
  week,
}: Pick<Occurrence, 'isWeekUnknown' | 'week'>): boolean =>
  isWeekUnknown && new Set(week?.left.map(({ rule }) => rule)).size > 1;

/** A meeting with open dates, and its candidate dates in a window. */
export interface OpenMeeting {
  readonly title: string;
  readonly candidates: readonly Occurrence[];
  readonly doubt: WeekDoubt;
  /** The user's answers about it. */
  readonly answers: readonly WeekAnswer[];
}

/** The evidence about an open meeting. */
interface Known {
  readonly meeting: OpenMeeting;
  readonly left: readonly Reading[];
  readonly settled: WeekSettlement | null;
  /** Dates on which another feed has it. */
  readonly found: ReadonlySet<CalendarDate>;
}

const startAndRooms = ({ time, joinLinks }: Occurrence): string[] =>
  time.kind === 'allDay' ? [] : joinLinks.map((link) => `${time.start}|${roomKey(link)}`);

const aDateOf = (candidates: readonly Occurrence[], left: readonly Reading[]): CalendarDate | null => {
  const [only] = left;
  if (only === undefined || left.length > 1) return null;
  return candidates.map(homeDate).find((date) => isDateOf(only, date)) ?? only.anchor;
};

function byUser(meeting: OpenMeeting): Known {
  const { doubt, answers, candidates } = meeting;
  const left = readingsLeft(doubt.readings, answers);
  const last = answers.toSorted((a, b) => b.at - a.at)[0];
  const said = last?.says === 'off' ? null : (last?.date ?? null);
  const date = aDateOf(candidates, left);
  const settled =
    last === undefined || date === null
      ? null
      : { date: said ?? date, feedName: null, turnTitle: null, at: last.at };
  return { meeting, left, settled, found: new Set() };
}

/** Certain occurrences by start and room, without cancelled ones. */
type Certain = ReadonlyMap<string, readonly Occurrence[]>;

function certainPlaces(certain: readonly Occurrence[]): Certain {
  const places = new Map<string, Occurrence[]>();
  for (const one of certain) {
    if (one.status === 'cancelled') continue;
    for (const place of startAndRooms(one)) {
      const same = places.get(place);
      if (same) same.push(one);
      else places.set(place, [one]);
    }
  }
  return places;
}

/**
 * The feed that settles it: it has a meeting with the same start and room on candidate dates of exactly one reading.
 * If several do, the one that has no other dates and takes them from a series.
 */
function byFeed(known: Known, certain: Certain): Known {
  const { meeting, left, settled } = known;
  const [first] = meeting.candidates;
  if (settled !== null || first === undefined) return known;
  const found = new Map<CalendarDate, Occurrence>();
  for (const one of meeting.candidates)
    for (const place of startAndRooms(one)) {
      const other = certain.get(place)?.find(({ feedId }) => feedId !== first.feedId);
      if (other !== undefined) found.set(homeDate(one), other);
    }
  const [match] = found.values();
  if (match === undefined) return known;
  const dates = new Set(found.keys());
  const holding = left.filter((one) => [...dates].every((date) => isDateOf(one, date)));
  const isWhole = (one: Reading): boolean =>
    meeting.candidates.filter((candidate) => isDateOf(one, homeDate(candidate))).length === dates.size;
  const exact = match.isRecurring ? holding.filter(isWhole) : [];
  const fitting = holding.length > 1 && exact.length > 0 ? exact : holding;
  const date = [...dates][0] ?? null;
  const isSettled = fitting.length === 1 && date !== null;
  return {
    meeting,
    left: fitting.length > 0 ? fitting : left,
    settled: isSettled ? { date, feedName: match.feedName, turnTitle: null, at: null } : null,
    found: dates,
  };
}

const seriesStart = ({ candidates: [first] }: OpenMeeting): string[] =>
  first === undefined ? [] : startAndRooms(first);

/** Whether two meetings of a feed exclude each other: they alternate, or share a room at one time. */
function haveTurns(one: OpenMeeting, other: OpenMeeting): boolean {
  if (one.candidates[0]?.feedId !== other.candidates[0]?.feedId || one.title === other.title) return false;
  if (one.doubt.turn !== null) return one.doubt.turn === other.doubt.turn;
  const places = new Set(seriesStart(one));
  return seriesStart(other).some((place) => places.has(place));
}

/** Removes readings that contradict alternating meetings, until nothing more follows. */
function byTurns(all: readonly Known[]): Known[] {
  let known = [...all];
  for (let round = 0; round < all.length; round += 1) {
    let isNew = false;
    const settled = known.filter((one) => one.settled !== null && one.left.length === 1);
    known = known.map((one) => {
      if (one.settled !== null || one.left.length < 2) return one;
      const others = settled.filter((other) => haveTurns(one.meeting, other.meeting));
      const taken = others.flatMap(({ left }) => left);
      const left = one.left.filter((reading) => !taken.some((other) => isTurnOf(reading, other)));
      if (left.length === 0 || left.length === one.left.length) return one;
      isNew = true;
      const date = aDateOf(one.meeting.candidates, left);
      const turnTitle = others[0]?.meeting.title ?? null;
      return { ...one, left, settled: date === null ? null : { date, feedName: null, turnTitle, at: null } };
    });
    if (!isNew) break;
  }
  return known;
}

/** Whether a candidate takes place: by all remaining readings, by some, or by none. */
function stateOf(date: CalendarDate, { left, found, meeting }: Known): 'on' | 'maybe' | 'off' {
  if (left.length === 0) {
    const said = meeting.answers.findLast((answer) => answer.date === date)?.says;
    return said === 'on' || said === 'off' ? said : found.has(date) ? 'on' : 'maybe';
  }
  const count = left.filter((one) => isDateOf(one, date)).length;
  if (count === 0) return 'off';
  return count === left.length ? 'on' : 'maybe';
}

function datesOf(known: Known, rhythmOf: (left: readonly Reading[]) => string | null): Occurrence[] {
  const { meeting, left, settled } = known;
  const saidAt = meeting.answers.length === 0 ? null : Math.max(...meeting.answers.map(({ at }) => at));
  const rhythm = rhythmOf(left);
  return meeting.candidates.flatMap((one): Occurrence[] => {
    const state = stateOf(homeDate(one), known);
    if (state === 'off') return [];
    const { readings } = meeting.doubt;
    const week = { feedId: one.feedId, uid: one.uid, readings, left, settled, saidAt };
    return [
      {
        ...one,
        isWeekUnknown: state === 'maybe',
        rhythm: rhythm ?? one.rhythm,
        doubts: settled === null ? one.doubts : one.doubts.filter((doubt) => !asksForWeek(doubt)),
        week,
      },
    ];
  });
}

/**
 * The dates of open meetings: settled ones, with their evidence, and candidates. The user's answers take precedence
 * over other feeds, and both over conclusions.
 * @param certain occurrences of all feeds without open dates
 * @param rhythmOf readings in words; null to keep the meeting's own words
 */
export function settleWeeks(
  open: readonly OpenMeeting[],
  certain: readonly Occurrence[],
  rhythmOf: (left: readonly Reading[]) => string | null,
): Occurrence[] {
  const places = certainPlaces(open.length === 0 ? [] : certain);
  const known = byTurns(open.map((meeting) => byFeed(byUser(meeting), places)));
  return known.flatMap((one) => datesOf(one, rhythmOf));
}
