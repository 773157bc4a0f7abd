import { z } from 'zod';
import { documentLinks, doubt, occurrenceTime, reading } from '#calendar';
import { joinLink } from '#meeting-links';

export const occurrenceStatus = z.enum(['confirmed', 'tentative', 'cancelled']);

/** A feed that holds an occurrence, and the key it has there. */
export const occurrenceSource = z.object({ key: z.string(), feedId: z.string(), feedName: z.string() });

/** What settled the dates of a meeting whose source does not say them: `date` is one of them, in its home zone. */
export const weekSettlement = z.object({
  date: z.string(),
  /** The feed that knows; null where it was somebody else. */
  feedName: z.string().nullable(),
  /** The meeting that has the other turns; null where it takes turns with none. */
  turnTitle: z.string().nullable(),
  /** When the user said so, ms; null where it was not the user. */
  at: z.number().nullable(),
});
export type WeekSettlement = z.infer<typeof weekSettlement>;

/** What is known of the dates of a meeting whose source leaves them open. `feedId` and `uid` name that source. */
export const meetingWeek = z.object({
  feedId: z.string(),
  uid: z.string(),
  /** The readings of its words; none where only the weekday is known. */
  readings: z.array(reading).readonly(),
  /** Those that what was said leaves: one where it is settled. */
  left: z.array(reading).readonly(),
  settled: weekSettlement.nullable(),
  /** When the user said something of it last, ms; null where they did not. */
  saidAt: z.number().nullable(),
});

/** Something odd about a meeting's room, in one short line. */
export const roomFlag = z.object({
  /** `shared` with another group, `changed` since the last time, a `document` instead, only for who is signed in. */
  kind: z.enum(['shared', 'changed', 'document', 'signIn']),
  text: z.string(),
});
export type RoomFlag = z.infer<typeof roomFlag>;

/** The same meeting as another feed has it, at another time or in another room. */
export const meetingVersion = z.object({
  /** The series in that feed. */
  feedId: z.string(),
  uid: z.string(),
  key: z.string(),
  feedName: z.string(),
  time: occurrenceTime,
  room: z.object({ serviceName: z.string(), meetingId: z.string().nullable() }).nullable(),
});
export type MeetingVersion = z.infer<typeof meetingVersion>;

/** One dated meeting, as the agenda, the reminders, the command line and the window see it. */
export const occurrence = z.object({
  key: z.string(),
  feedId: z.string(),
  feedName: z.string(),
  /** Every feed that holds this meeting, by key: one, unless several hold the same. The smallest key is its own. */
  sources: z.array(occurrenceSource).readonly(),
  uid: z.string(),
  /** ISO instant with ms, or a date; see {@link occurrenceKey}. */
  originalStart: z.string(),
  title: z.string(),
  time: occurrenceTime,
  /** The meeting's home zone (IANA); null for floating and all-day ones. */
  zone: z.string().nullable(),
  status: occurrenceStatus,
  /** The owner of one of its calendars said no to it. */
  isDeclined: z.boolean(),
  /** The user does not go: to this one, or to its series from `from` (ms) on. Null where they do. */
  skipped: z.object({ scope: z.enum(['one', 'series']), from: z.number() }).nullable(),
  isRecurring: z.boolean(),
  /** Moved from its original start by an override. */
  isMoved: z.boolean(),
  /** It may take place on this date: its source leaves open whether, and nothing else says it. */
  isWeekUnknown: z.boolean(),
  /** Null where the source itself gives the dates. */
  week: meetingWeek.nullable(),
  /** The rule in words, for example `every 2 weeks on Friday`; null for single ones. */
  rhythm: z.string().nullable(),
  /** The words of a page from which its dates were read; null where a calendar's rule gives them. */
  phrase: z.string().nullable(),
  /** What its reader assumed, and what it asks; without the questions about its dates once these are settled. */
  doubts: z.array(doubt).readonly(),
  /** Id of the community that runs it, for example `sig-release`; null when the feed names none. */
  community: z.string().nullable(),
  communityName: z.string().nullable(),
  recorded: z.enum(['always', 'usually', 'rarely']).nullable(),
  /** Names of those who were invited and did not decline; the first of many. */
  attendees: z.array(z.string()).readonly(),
  description: z.object({ format: z.enum(['text', 'html']), content: z.string() }),
  location: z.string(),
  /** Best first; before that the one which the user chose for the series. */
  joinLinks: z.array(joinLink).readonly(),
  /** When the user chose the first of its rooms for the series, ms; null where nobody did. */
  roomChosenAt: z.number().nullable(),
  roomFlags: z.array(roomFlag).readonly(),
  /**
   * Where sources disagree on it: the others, which stand in the agenda too until the user chose (`chosenAt`, ms) and
   * no longer afterwards. Null where none disagrees.
   */
  versions: z
    .object({ others: z.array(meetingVersion).readonly(), chosenAt: z.number().nullable() })
    .nullable(),
  links: documentLinks,
});
export type Occurrence = z.infer<typeof occurrence>;
