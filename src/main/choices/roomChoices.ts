import { agendaProblem } from '#core/agenda/problems.ts';
import { isSameSeries, seriesKey, type SeriesName } from '#core/keys.ts';
import {
  lastRoom,
  roomChoice,
  sourceChoice,
  type LastRoom,
  type RoomChoice,
  type SourceChoice,
} from '#core/agenda/meetingChoices.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { roomKey } from '#meeting-links';
import { DAY, type Instant } from '#base';
import { createProblems } from '../app/problems.ts';
import { openChoiceStore, type ChoiceStore } from './choiceStore.ts';

/** What the user chose about rooms and sources of meetings, and the rooms in which they met last. */
export interface RoomChoices {
  rooms(): readonly RoomChoice[];
  sources(): readonly SourceChoice[];
  lastRooms(): readonly LastRoom[];
  /** Of a series that names several rooms, this one; null takes the choice back. */
  chooseRoom(series: readonly SeriesName[], room: string | null): void;
  /** Believes one source of a meeting, not the other. */
  chooseSource(use: SeriesName, over: SeriesName): void;
  /** Both sources of the meeting count again. */
  takeSourceBack(one: SeriesName, other: SeriesName): void;
  /** Notes the rooms of meetings that are over. @param occurrences sorted by start */
  remember(occurrences: readonly Occurrence[]): void;
}

/** A series that has not met for so long has no last room to differ from. */
const REMEMBERED_MS = 100 * DAY;
/** Of a feed that names its meetings anew at each download, no more than that. */
const ROOMS_PER_FEED = 200;

/** Of each feed those that met last. */
const newestOfEachFeed = (rooms: readonly LastRoom[]): LastRoom[] =>
  [...Map.groupBy(rooms, ({ feedId }) => feedId).values()].flatMap((ofFeed) =>
    ofFeed.toSorted((one, other) => other.start - one.start).slice(0, ROOMS_PER_FEED),
  );

/** The choices over the facts. */
export function openRoomChoices(facts: ChoiceStore, now: () => Instant): RoomChoices {
  const rooms = facts.list('rooms', roomChoice, agendaProblem('choices/roomsDamaged'));
  const sources = facts.list('sources', sourceChoice, agendaProblem('choices/roomsDamaged'));
  const last = facts.list('lastRooms', lastRoom, agendaProblem('choices/roomsDamaged'));

  const withoutPair = (one: SeriesName, other: SeriesName): SourceChoice[] =>
    sources
      .all()
      .filter(
        ({ use, over }) =>
          !(isSameSeries(use, one) && isSameSeries(over, other)) &&
          !(isSameSeries(use, other) && isSameSeries(over, one)),
      );

  return {
    rooms: () => rooms.all(),
    sources: () => sources.all(),
    lastRooms: () => last.all(),
    chooseRoom: (series, room) => {
      const others = rooms.all().filter((known) => !series.some((one) => isSameSeries(one, known)));
      const chosen = room === null ? [] : series.map((one) => ({ ...one, room, at: now() }));
      rooms.become([...others, ...chosen]);
    },
    chooseSource: (use, over) => sources.become([...withoutPair(use, over), { use, over, at: now() }]),
    takeSourceBack: (one, other) => sources.become(withoutPair(one, other)),
    remember: (occurrences) => {
      const known = new Map(last.all().map((one) => [seriesKey(one), one]));
      const present = now();
      let isNew = false;
      for (const { feedId, uid, time, status, isWeekUnknown, joinLinks } of occurrences) {
        if (time.kind === 'allDay') continue;
        if (time.start > present) break;
        const [best] = joinLinks;
        const isOver = time.end <= present && status !== 'cancelled' && !isWeekUnknown;
        if (!isOver || best === undefined) continue;
        const key = seriesKey({ feedId, uid });
        if ((known.get(key)?.start ?? -Infinity) >= time.start) continue;
        known.set(key, { feedId, uid, room: roomKey(best), start: time.start });
        isNew = true;
      }
      if (!isNew) return;
      const kept = [...known.values()].filter(({ start }) => start > present - REMEMBERED_MS);
      last.become(newestOfEachFeed(kept));
    },
  };
}

/** The choices as they stand in a stored document, for who only reads them. */
export function storedMeetingFacts(raw: unknown): Pick<RoomChoices, 'rooms' | 'sources' | 'lastRooms'> {
  const store = { problems: [], read: () => raw, write: () => undefined };
  return openRoomChoices(openChoiceStore(store, createProblems([])), () => 0);
}
