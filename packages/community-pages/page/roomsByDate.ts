import { isJoinAddress } from '../addressKind.ts';
import { DATE_PATTERN } from '../schedule/dates.ts';
import { readSchedules } from '../schedule/groupSchedules.ts';
import type { MonthPosition, RhythmReading } from '../schedule/rhythm.ts';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import type { DayCode } from '../schedule/weekdays.ts';
import type { PageMeeting } from './pageMeeting.ts';
import type { Page, PageLink, PageUnit } from './pageUnit.ts';

/**
 * Several rooms of one meeting, each for some of its dates: `Zoom for the [first Monday](…) and the [third
 * Monday](…)`.
 * Each date gets its room. If the page does not say which is for which date, the user is asked.
 */

/** In units: the distance of the rooms from their meeting. */
const REACH = 8;
/** In letters: the words before a link that may name its dates. */
const LONGEST_WORDS = 60;
/** What a room is for, other than dates: a region, or a week. */
const OTHER_CALL =
  /\b(?:emea|apac|amer|americas?|us|eu|europe(?:an)?|asian?|pacific|atlantic|china|india|japan|east(?:ern)?|west(?:ern)?|early|late|morning|evening|odd|even|week [ab12])\b/gi;

/** A room, and the words that name its dates. */
interface Room {
  readonly address: string;
  readonly words: string;
}

/** True if a row of a table is for one date. */
const DATE = new RegExp(DATE_PATTERN, 'i');

const sectionOf = (unit: PageUnit | undefined) => unit?.headings.at(-1)?.order ?? -1;
/** In a chat people write; a call has a room of its own. */
const isRoom = ({ address }: PageLink) => isJoinAddress(address) && !/\/\/discord\./i.test(address);

/** The words of a link, and those before it in its line, from the last link on. */
function wordsOf(link: PageLink, unit: PageUnit): string {
  const before = unit.links.findLast((other) => other.end <= link.start)?.end ?? 0;
  const cell = unit.cells.find(({ start, end }) => link.start >= start && link.start < end);
  const start = Math.max(before, cell?.start ?? 0, link.start - LONGEST_WORDS);
  const own = link.text === '' ? '' : ` ${link.text}`;
  const date = unit.kind === 'row' ? (DATE.exec(unit.text)?.[0] ?? '') : '';
  return `${date} ${cell?.head ?? ''} ${unit.text.slice(start, link.start)}${own}`
    .replace(/^[\s,;|.)]+(?:and\b)?/, '')
    .trim();
}

/** `Room A (1st, 3rd)`, without a weekday. */
const ORDINAL = /\b(?:[1-5](?:st|nd|rd|th)|first|second|third|fourth|fifth|last)\b/i;

const hasDates = (words: string) =>
  DATE.test(words) ||
  ORDINAL.test(words) ||
  readSchedules(words).some(
    (parts) =>
      parts.weekdays !== null ||
      parts.rhythm?.weekdays !== null ||
      parts.rhythm?.rhythm.kind === 'weekNumbers',
  );
/** True for an ordinal without a weekday: its dates become a question. */
const hasBareOrdinal = (words: string) =>
  ORDINAL.test(words) && readSchedules(words).every((parts) => positionsOf(parts).length === 0);
const callsIn = (words: string) => new Set(words.toLowerCase().match(OTHER_CALL) ?? []);

const placeOf = ({ statement, parts }: PageMeeting) => statement.start + parts.at;

/** A test whether a link is that of this meeting, in a unit with several meetings and their rooms. */
function ownStretch(meeting: PageMeeting, meetings: readonly PageMeeting[]): (link: PageLink) => boolean {
  const places = meetings
    .filter(({ statement }) => statement.unit === meeting.statement.unit)
    .map(placeOf)
    .toSorted((left, right) => left - right);
  const [from, to] = [placeOf(meeting), places.find((place) => place > placeOf(meeting)) ?? Infinity];
  if (places.length < 2) return () => true;
  return ({ start }) => start >= from && start < to;
}

/** The rooms around a meeting that are for some of its dates, or for one of several calls. */
function roomsOf(meeting: PageMeeting, meetings: readonly PageMeeting[], page: Page): Room[] {
  const own = meeting.statement.unit;
  const section = sectionOf(page.units[own]);
  const isTaken = new Set(meetings.map(({ statement }) => statement.unit).filter((index) => index !== own));
  const around = page.units
    .slice(own, own + REACH)
    .filter((unit, offset) => sectionOf(unit) === section && !isTaken.has(own + offset));
  const isOwn = ownStretch(meeting, meetings);
  return around.flatMap((unit) =>
    unit.links
      .filter((link) => isRoom(link) && (unit !== page.units[own] || isOwn(link)))
      .map((link) => ({ address: link.address, words: wordsOf(link, unit) })),
  );
}

const positionsOf = (parts: ScheduleParts): readonly MonthPosition[] =>
  parts.rhythm?.rhythm.kind === 'monthPositions' ? parts.rhythm.rhythm.positions : [];
const daysOf = (parts: ScheduleParts): readonly DayCode[] => parts.weekdays ?? parts.rhythm?.weekdays ?? [];

/** The dates of a meeting that the words name; null if they name none. */
function onlyDates(parts: ScheduleParts, words: string): ScheduleParts | null {
  const [named] = readSchedules(words);
  if (named === undefined) return null;
  const [own, wanted] = [positionsOf(parts), positionsOf(named)];
  const withRhythm = (
    rhythm: RhythmReading['rhythm'],
    weekdays: readonly DayCode[] | null,
  ): ScheduleParts => ({
    ...parts,
    weekdays,
    rhythm: { rhythm, weekdays, doubts: [], alternatives: [] },
  });
  if (own.length > 0) {
    const kept = own.filter(({ nth, weekday }) =>
      wanted.length > 0
        ? wanted.some(
            (other) =>
              other.nth === nth && (other.weekday === null || weekday === null || other.weekday === weekday),
          )
        : daysOf(named).includes(weekday ?? 'MO'),
    );
    const { rhythm } = parts;
    if (kept.length === 0 || rhythm?.rhythm.kind !== 'monthPositions') return null;
    const days = daysOf(parts).filter((day) =>
      kept.some(({ weekday }) => weekday === null || weekday === day),
    );
    return withRhythm({ ...rhythm.rhythm, positions: kept }, days.length > 0 ? days : null);
  }
  const ownParity = parts.rhythm?.rhythm;
  if (ownParity?.kind === 'weekNumbers')
    return named.rhythm?.rhythm.kind === 'weekNumbers' && named.rhythm.rhythm.parity === ownParity.parity
      ? parts
      : null;
  const isWeekly =
    parts.rhythm === null || (parts.rhythm.rhythm.kind === 'weeks' && parts.rhythm.rhythm.interval === 1);
  const parity = named.rhythm?.rhythm;
  if (isWeekly && parity?.kind === 'weekNumbers') return withRhythm(parity, daysOf(parts));
  if (isWeekly && wanted.length > 0) return null;
  const days = daysOf(parts).filter((day) => daysOf(named).includes(day));
  if (days.length === 0 || named.rhythm?.rhythm.kind === 'monthPositions') return null;
  return {
    ...parts,
    weekdays: days,
    rhythm: parts.rhythm === null ? null : { ...parts.rhythm, weekdays: days },
  };
}

const countOf = (parts: ScheduleParts) => Math.max(positionsOf(parts).length, daysOf(parts).length, 1);
const isParity = (parts: ScheduleParts) => parts.rhythm?.rhythm.kind === 'weekNumbers';

/** One meeting for each of its rooms; null if the rooms do not divide its dates. */
function parted(meeting: PageMeeting, rooms: readonly Room[]): PageMeeting[] | null {
  const found = rooms.map(({ address, words }) => ({
    room: address,
    parts: onlyDates(meeting.parts, words),
  }));
  const split = found.flatMap(({ room, parts }) => (parts === null ? [] : [{ ...meeting, parts, room }]));
  const total = split.reduce((sum, { parts }) => sum + countOf(parts), 0);
  const isWhole = split.every(({ parts }) => isParity(parts))
    ? split.length === 2
    : total === countOf(meeting.parts);
  return split.length === rooms.length && isWhole ? split : null;
}

function withRooms(meeting: PageMeeting, meetings: readonly PageMeeting[], page: Page): PageMeeting[] {
  const rooms = roomsOf(meeting, meetings, page);
  if (new Set(rooms.map(({ address }) => address)).size < 2) return [meeting];
  const dated = rooms.filter(({ words }) => hasDates(words));
  const addresses = new Set(dated.map(({ address }) => address));
  if (addresses.size > 1) {
    const split = parted(meeting, dated);
    if (split !== null) return split;
    const fitting = dated.filter(({ words }) => onlyDates(meeting.parts, words) !== null);
    const [only, ...others] = new Set(fitting.map(({ address }) => address));
    if (only !== undefined && others.length === 0 && !dated.some(({ words }) => hasBareOrdinal(words)))
      return [{ ...meeting, room: only }];
  }
  // `Zoom (EMEA)` and `Zoom (APAC)`: the one that the meeting's own words name.
  const named = rooms.filter(({ words }) => callsIn(words).size > 0);
  const own = callsIn(meeting.texts.join(' '));
  const fitting = named.filter(({ words }) => [...callsIn(words)].some((word) => own.has(word)));
  const [only, ...others] = new Set(fitting.map(({ address }) => address));
  const isSeveral = new Set([...named, ...dated].map(({ address }) => address)).size > 1;
  if (!isSeveral) return [meeting];
  if (only !== undefined && others.length === 0) return [{ ...meeting, room: only }];
  return [
    { ...meeting, parts: { ...meeting.parts, doubts: [...meeting.parts.doubts, { kind: 'whichRoomWhen' }] } },
  ];
}

/** The meetings of a page; those with several rooms are divided by date, or get a question. */
export const withRoomsByDate = (meetings: readonly PageMeeting[], page: Page): PageMeeting[] =>
  meetings.flatMap((meeting) => withRooms(meeting, meetings, page));
