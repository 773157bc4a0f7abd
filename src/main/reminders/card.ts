import { type OccurrenceKey, readReminderKey } from '#core/keys.ts';
import { hasEnded } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { openRooms, roomName } from '#core/agenda/openRooms.ts';
import { loudestOf } from '#core/reminders/loudnessOf.ts';
import { usefulEnd } from '#core/reminders/reminder.ts';
import type { Loudness, ReminderKind } from '#core/reminders/reminderRules.ts';
import { EARLY_MS, type Visit } from '#core/reminders/roomVisit.ts';
import type { Instant, ZoneName } from '#base';
import type { UpdatingCard } from './alertWindowController.ts';

/** One announcement. */
export interface Card {
  readonly key: string;
  /** Keys of what else it announces. */
  readonly alsoKeys: readonly string[];
  readonly occurrenceKey: OccurrenceKey;
  /** null where the meeting is gone from the calendar. */
  readonly occurrence: Occurrence | null;
  readonly title: string;
  /** `May be on today`; null where its date is certain. */
  readonly maybe: string | null;
  /** `Moved 30 min later`, `Ends in 5 min`; empty where the start is announced. */
  readonly news: () => string;
  /** What a notice says, as of now: it may name other meetings, whose titles are hidden too. */
  readonly body: () => string;
  /** The same in the large window, which shows the time anyway; empty for an ordinary reminder. */
  readonly text: () => string;
  readonly kind: ReminderKind;
  readonly isQuiet: boolean;
  readonly loudness: Loudness;
  /** The user opened its room before. */
  readonly visit: Visit | null;
}

/** The card as the large window shows it. */
export function alertCardOf({ key, occurrence, title, text, maybe, visit }: Card): UpdatingCard {
  const rooms = occurrence === null ? [] : openRooms(occurrence);
  return {
    key,
    title,
    text,
    time: occurrence?.time.kind === 'timed' ? occurrence.time : null,
    community: occurrence?.communityName ?? occurrence?.feedName ?? '',
    service: occurrence?.joinLinks[0]?.serviceName ?? null,
    isOpened: visit !== null,
    joinsAt: null,
    isMaybe: maybe !== null,
    rooms: rooms.map((link) => ({ url: link.url, name: roomName(link, rooms) })),
  };
}

/** All that a card announces. */
export const keysOf = ({ key, alsoKeys }: Card): readonly string[] => [key, ...alsoKeys];

/**
 * One card for each meeting: a meeting that moves so near that its reminder is due at once is announced once, with the
 * change. Otherwise one card would take the other from the screen.
 */
export const onePerMeeting = (cards: readonly Card[]): readonly Card[] =>
  [...Map.groupBy(cards, ({ key }) => readReminderKey(key).meeting).values()].flatMap(joined);

function joined(cards: readonly Card[]): readonly Card[] {
  // What announces the start decides how it comes.
  const main = cards.find(({ news }) => news() === '') ?? cards[0];
  if (main === undefined || cards.length === 1) return cards;
  const others = cards.filter((card) => card !== main);
  const before =
    (words: () => string): (() => string) =>
    () =>
      [...others.map(({ news }) => news()), words()].filter((part) => part !== '').join(' · ');
  return [
    {
      ...main,
      alsoKeys: others.flatMap(keysOf),
      body: before(main.body),
      text: before(main.text),
      news: before(main.news),
      // In the middle of a meeting nothing takes the screen, though the change may be heard.
      kind: main.isQuiet ? 'notice' : main.kind,
      isQuiet: cards.every(({ isQuiet }) => isQuiet),
      loudness: loudestOf(cards.map(({ loudness }) => loudness)),
    },
  ];
}

/** Whether an announcement of the occurrence helps no more. */
export const isOver = (occurrence: Occurrence, now: Instant, zone: ZoneName): boolean =>
  occurrence.time.kind === 'timed'
    ? now >= usefulEnd(occurrence.time.start, occurrence.time.end)
    : hasEnded(occurrence, now, zone);

/** Due: it can be joined, and it begins soon or runs. */
export const isDue = ({ time, joinLinks }: Occurrence, now: Instant): boolean =>
  time.kind === 'timed' &&
  joinLinks.length > 0 &&
  now >= time.start - EARLY_MS &&
  now < usefulEnd(time.start, time.end);
