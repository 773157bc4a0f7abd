import { seriesKey } from '../keys.ts';
import type { Occurrence, RoomFlag } from './occurrence.ts';
import { isMeetingRoom, type JoinLink, roomKey } from '#meeting-links';
import { type Instant, quoted } from '#base';
import { type LastRoom } from './meetingChoices.ts';

/** Warnings about the rooms of meetings, before the user meets a closed door. */

const SIGN_IN = String.raw`(?:sign(?:ed|ing)?|log(?:ged|ging)?)[ -]?(?:in|on)(?:to)?`;

/** Phrases which say that Zoom admits only signed-in users. */
const NEEDS_ACCOUNT: readonly RegExp[] = [
  RegExp(
    `\\b(?:must|needs? to|ha(?:ve|s) to|required? to|should|please|only)\\b[^.!\\n]{0,60}\\b${SIGN_IN}\\b[^.!\\n]{0,40}\\bzoom\\b`,
    'i',
  ),
  RegExp(`\\bzoom\\b[^.!\\n]{0,60}\\b(?:requires?|needs?|must)\\b[^.!\\n]{0,40}\\b${SIGN_IN}\\b`, 'i'),
  RegExp(
    `\\bzoom\\b[^.!\\n]{0,40}\\b(?:${SIGN_IN}|authentication)(?: is)? (?:required|needed|mandatory)\\b`,
    'i',
  ),
  RegExp(`\\b${SIGN_IN} to zoom(?: is)? (?:required|needed|mandatory)\\b`, 'i'),
  RegExp(
    `\\bonly (?:authenticated|signed[ -]in|logged[ -]in)(?: zoom)? (?:users?|accounts?|participants?|attendees)\\b`,
    'i',
  ),
  /\b(?:requires?|needs?|must have|only with) an? (?:free |registered |verified )?zoom account\b/i,
];

const NEGATION = /\b(?:no|not|never|without|nobody|optional)\b|n['’]t\b/i;

/** Longer descriptions contain it near their beginning or not at all. */
const LOOKED_AT = 20_000;

/** Whether a text says that users must be signed in to Zoom. */
export function asksToSignIn(text: string): boolean {
  const plain = text.slice(0, LOOKED_AT).replaceAll(/<[^<>]{0,500}>|&nbsp;/g, ' ');
  return NEEDS_ACCOUNT.some((pattern) => {
    const said = pattern.exec(plain);
    if (said === null) return false;
    const before = plain.slice(Math.max(0, said.index - 80), said.index).replace(/^[^]*[.!\n]/, '');
    return !NEGATION.test(before + said[0]);
  });
}

interface InRoom {
  readonly occurrence: Occurrence;
  readonly room: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Cached by link: all dates of a series share theirs, and every build checks them. */
const roomOf = new WeakMap<JoinLink, { readonly room: string | null }>();

/** Key of a room in which users take part; null for a stream, which two groups may share. */
function roomBehind(link: JoinLink): string | null {
  const known = roomOf.get(link);
  if (known !== undefined) return known.room;
  const room = isMeetingRoom(link) ? roomKey(link) : null;
  roomOf.set(link, { room });
  return room;
}

/** Meetings with a known room that must not be used by two groups. */
function inRooms(occurrences: readonly Occurrence[]): InRoom[] {
  const found: InRoom[] = [];
  for (const occurrence of occurrences) {
    const { time, status, isWeekUnknown, joinLinks } = occurrence;
    const [best] = joinLinks;
    if (time.kind === 'allDay' || status === 'cancelled' || isWeekUnknown || best === undefined) continue;
    const room = roomBehind(best);
    if (room !== null) found.push({ occurrence, room, start: time.start, end: time.end });
  }
  return found;
}

const plainTitle = ({ title }: Occurrence): string => title.trim().toLocaleLowerCase('en');

/** Copies of a meeting, and its versions in other sources, are one group. */
const isOtherGroup = (one: Occurrence, other: Occurrence): boolean =>
  plainTitle(one) !== plainTitle(other) &&
  !(one.versions?.others.some(({ key }) => other.sources.some((source) => source.key === key)) ?? false);

/** Adds to `flags` that a room is used by two groups at overlapping times. @param all sorted by start */
function flagShared(all: readonly InRoom[], flags: Map<Occurrence, RoomFlag[]>): void {
  const running = new Map<string, InRoom[]>();
  for (const one of all) {
    const known = running.get(one.room);
    if (known === undefined) {
      running.set(one.room, [one]);
      continue;
    }
    const before = known.filter(({ end }) => end > one.start).slice(-MOST_TOGETHER);
    for (const other of before) {
      if (one.end <= one.start || !isOtherGroup(one.occurrence, other.occurrence)) continue;
      for (const [mine, theirs] of [
        [one, other],
        [other, one],
      ] as const)
        add(flags, mine.occurrence, {
          kind: 'shared',
          text: `${quoted(theirs.occurrence.title)} is in the same room at that time`,
        });
    }
    running.set(one.room, [...before, one]);
  }
}

/** Adds to `flags` that a series meets in another room than the time before. @param all sorted by start */
function flagChanged(
  all: readonly InRoom[],
  lastRooms: readonly LastRoom[],
  flags: Map<Occurrence, RoomFlag[]>,
): void {
  const last = new Map<string, { readonly room: string; readonly start: Instant }>(
    lastRooms.map((one) => [seriesKey(one), one]),
  );
  for (const { occurrence, room, start } of all) {
    const series = seriesKey(occurrence);
    const before = last.get(series);
    const isOther = before !== undefined && before.start < start && before.room !== room;
    // Not if the user chose the room, or if the text names both rooms for their dates.
    if (isOther && occurrence.roomChosenAt === null && !namesRoom(occurrence, before.room))
      add(flags, occurrence, { kind: 'changed', text: 'Its link has changed since last time' });
    if (before === undefined || before.start < start) last.set(series, { room, start });
  }
}

/** Whether the text of a meeting names a room, by its key, besides the one of its date. */
function namesRoom({ description, joinLinks }: Occurrence, room: string): boolean {
  const id = room.split('#').at(1) ?? '';
  return id !== '' && joinLinks.length === 1 && description.content.includes(id);
}

function add(flags: Map<Occurrence, RoomFlag[]>, occurrence: Occurrence, flag: RoomFlag): void {
  const known = flags.get(occurrence);
  if (known === undefined) flags.set(occurrence, [...occurrence.roomFlags, flag]);
  else if (known.length < MOST_FLAGS) known.push(flag);
}

/** If more meetings share a room at once, the latest ones are named. */
const MOST_TOGETHER = 20;

/** Limits the list of each meeting in a calendar in which everything is at once. */
const MOST_FLAGS = 6;

/**
 * Adds warnings that need all occurrences: two groups in one room at overlapping times, and a link that differs from
 * last time. Warnings from a meeting's own text (`flagsOfDetails`) are kept.
 * @param occurrences sorted by start
 * @param lastRooms last rooms of series whose last date is no longer in the list
 */
export function warnAboutRooms(
  occurrences: readonly Occurrence[],
  lastRooms: readonly LastRoom[],
): Occurrence[] {
  const all = inRooms(occurrences);
  const flags = new Map<Occurrence, RoomFlag[]>();
  flagShared(all, flags);
  flagChanged(all, lastRooms, flags);
  if (flags.size === 0) return [...occurrences];
  return occurrences.map((occurrence) => {
    const found = flags.get(occurrence);
    return found === undefined ? occurrence : { ...occurrence, roomFlags: found };
  });
}
