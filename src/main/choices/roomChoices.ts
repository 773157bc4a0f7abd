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

/** The user's choices of rooms and sources of meetings, and the last room of each series. */
export interface RoomChoices {
  rooms(): readonly RoomChoice[];
  sources(): readonly SourceChoice[];
  lastRooms(): readonly LastRoom[];
  /** Chooses one of the rooms of a series; null removes the choice. */
  chooseRoom(series: readonly SeriesName[], room: string | null): void;
  /** Uses one source of a meeting instead of the other. */
  chooseSource(use: SeriesName, over: SeriesName): void;
  /** Uses both sources again. */
  takeSourceBack(one: SeriesName, other: SeriesName): void;
  /** Stores the rooms of past meetings. @param occurrences sorted by start */
  remember(occurrences: readonly Occurrence[]): void;
}

/** The last room of a series expires after this time. */
const REMEMBERED_MS = 100 * DAY;
/** Limit for a feed with new UIDs in each download. */
const ROOMS_PER_FEED = 200;

/** The latest rooms of each feed. */
const newestOfEachFeed = (rooms: readonly LastRoom[]): LastRoom[] =>
  [...Map.groupBy(rooms, ({ feedId }) => feedId).values()].flatMap((ofFeed) =>
    ofFeed.toSorted((one, other) => other.start - one.start).slice(0, ROOMS_PER_FEED),
  );

export function openRoomChoices(store: ChoiceStore, now: () => Instant): RoomChoices {
  const rooms = store.list('rooms', roomChoice, agendaProblem('choices/roomsDamaged'));
  const sources = store.list('sources', sourceChoice, agendaProblem('choices/roomsDamaged'));
  const last = store.list('lastRooms', lastRoom, agendaProblem('choices/roomsDamaged'));

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

/** The choices of a stored document, for reading only. */
export function storedRoomChoices(raw: unknown): Pick<RoomChoices, 'rooms' | 'sources' | 'lastRooms'> {
  const store = { problems: [], read: () => raw, write: () => undefined };
  return openRoomChoices(openChoiceStore(store, createProblems([])), () => 0);
}
