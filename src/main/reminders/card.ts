import type { Occurrence, OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import { openRooms, roomName } from '../../shared/join/openRooms.ts';
import type { Loudness, ReminderKind } from '../../shared/reminders/reminderRules.ts';
import type { Visit } from '../../shared/reminders/roomVisit.ts';
import type { BoardCard } from './alertBoard.ts';

/** One announcement. */
export interface Card {
  readonly key: string;
  readonly occurrenceKey: OccurrenceKey;
  /** null where the meeting is gone from the calendar. */
  readonly occurrence: Occurrence | null;
  readonly title: string;
  /** `May be on today`; null where its date is certain. */
  readonly maybe: string | null;
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
export function alertCardOf({ key, occurrence, title, text, maybe, visit }: Card): BoardCard {
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
