import { type MeetingId, type OccurrenceKey, readReminderKey } from '#core/keys.ts';
import { hasEnded } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { isOpenInvitation } from '#core/agenda/openInvitation.ts';
import { openRooms, roomName } from '#core/agenda/openRooms.ts';
import { hueOfOccurrence, type HueChoices } from '#core/format/hue.ts';
import { loudestOf } from '#core/reminders/loudnessOf.ts';
import { usefulEnd } from '#core/reminders/reminder.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import type { Loudness, ReminderKind } from '#core/reminders/reminderRules.ts';
import { EARLY_MS, type Visit } from '#core/join/roomVisit.ts';
import type { Instant, ZoneName } from '#base';
import type { UpdatingCard } from './alertWindowController.ts';

/** A reminder as it is shown. */
export interface Card {
  /** The reminder's key. */
  readonly key: string;
  /** Keys of the reminders that are merged into it. */
  readonly alsoKeys: readonly string[];
  readonly occurrenceKey: OccurrenceKey;
  /** Null if the meeting is no longer in the calendar. */
  readonly occurrence: Occurrence | null;
  readonly title: string;
  /** `May be on today`; null if its date is certain. */
  readonly maybe: string | null;
  /** `Moved 30 min later`, `Ends in 5 min`; empty for a reminder of the start. */
  readonly news: () => string;
  /** Text of a notice, as of now. It may contain titles of other meetings, which can be hidden too. */
  readonly body: () => string;
  /** Text in the alert window, which shows the time itself; empty for an ordinary reminder. */
  readonly text: () => string;
  readonly kind: ReminderKind;
  readonly isQuiet: boolean;
  readonly loudness: Loudness;
  /** The user opened its room before; null if not. */
  readonly visit: Visit | null;
}

/** The meeting that a card announces. */
export const meetingOf = ({ key }: Pick<Card, 'key'>): MeetingId => readReminderKey(key).meeting;

/** The title as others may see it. */
export const shownTitle = ({ title, maybe }: Pick<Card, 'title' | 'maybe'>, hidesTitles: boolean): string =>
  `${maybe === null ? '' : `${maybe}: `}${hidesTitles ? HIDDEN_TITLE : title}`;

/** The card as the alert window shows it. */
export function alertCardOf(
  { key, occurrence, title, text, maybe, visit }: Card,
  hues: HueChoices,
): UpdatingCard {
  const rooms = occurrence === null ? [] : openRooms(occurrence);
  return {
    key,
    title,
    text,
    time: occurrence?.time.kind === 'timed' ? occurrence.time : null,
    community: occurrence?.communityName ?? occurrence?.feedName ?? '',
    hue: occurrence === null ? 'slate' : hueOfOccurrence(occurrence, hues),
    service: occurrence?.joinLinks[0]?.serviceName ?? null,
    isOpened: visit !== null,
    joinsAt: null,
    isMaybe: maybe !== null,
    isInvitation: occurrence !== null && isOpenInvitation(occurrence),
    rooms: rooms.map((link) => ({ url: link.url, name: roomName(link, rooms) })),
  };
}

/** Keys of all reminders of a card. */
export const keysOf = ({ key, alsoKeys }: Card): readonly string[] => [key, ...alsoKeys];

/**
 * Merges the cards of each meeting into one. For example, a meeting may move so near that its reminder is due together
 * with the news of the change; two cards would replace each other on the screen.
 */
export const onePerMeeting = (cards: readonly Card[]): readonly Card[] =>
  [...Map.groupBy(cards, meetingOf).values()].flatMap(merged);

function merged(cards: readonly Card[]): readonly Card[] {
  // The reminder of the start determines how the card is shown.
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
      // A quiet card, which comes in the middle of a meeting, does not cover the screen; a change may still sound.
      kind: main.isQuiet ? 'notice' : main.kind,
      isQuiet: cards.every(({ isQuiet }) => isQuiet),
      loudness: loudestOf(cards.map(({ loudness }) => loudness)),
    },
  ];
}

/** Whether a reminder of the occurrence is no longer useful. */
export const isOver = (occurrence: Occurrence, now: Instant, zone: ZoneName): boolean =>
  occurrence.time.kind === 'timed'
    ? now >= usefulEnd(occurrence.time.start, occurrence.time.end)
    : hasEnded(occurrence, now, zone);

/** Whether the occurrence has a room and begins soon or is running. */
export const isDue = ({ time, joinLinks }: Occurrence, now: Instant): boolean =>
  time.kind === 'timed' &&
  joinLinks.length > 0 &&
  now >= time.start - EARLY_MS &&
  now < usefulEnd(time.start, time.end);
