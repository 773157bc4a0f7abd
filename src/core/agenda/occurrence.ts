import { z } from 'zod';
import { documentLinks, doubt, occurrenceTime, reading } from '#calendar';
import { joinLink } from '#meeting-links';
import { attendance, reply } from './attendance.ts';

export const occurrenceStatus = z.enum(['confirmed', 'tentative', 'cancelled']);

/** A feed that has the occurrence, and its key there. */
export const occurrenceSource = z.object({ key: z.string(), feedId: z.string(), feedName: z.string() });

/** The evidence that settled an unknown week. `date`: a date on which the meeting takes place, in its home zone. */
export const weekSettlement = z.object({
  date: z.string(),
  /** The feed that has the dates; null if another source settled it. */
  feedName: z.string().nullable(),
  /** The meeting with which it alternates. */
  turnTitle: z.string().nullable(),
  /** When the user answered, ms; null if another source settled it. */
  at: z.number().nullable(),
});
export type WeekSettlement = z.infer<typeof weekSettlement>;

/** A meeting whose source leaves its dates open. `feedId` and `uid` name its series. */
export const meetingWeek = z.object({
  feedId: z.string(),
  uid: z.string(),
  /** Possible readings of its text; empty if only the weekday is known. */
  readings: z.array(reading).readonly(),
  /** The readings that remain after all answers: one if it is settled. */
  left: z.array(reading).readonly(),
  settled: weekSettlement.nullable(),
  /** When the user answered last, ms; null if they did not. */
  saidAt: z.number().nullable(),
});

/** A warning about a meeting's room, in one short line. */
export const roomFlag = z.object({
  /**
   * `shared`: another group uses it too; `changed` since last time; `document`: the link leads to a document; `signIn`
   * is required.
   */
  kind: z.enum(['shared', 'changed', 'document', 'signIn']),
  text: z.string(),
});
export type RoomFlag = z.infer<typeof roomFlag>;

/** The same meeting in another feed, with another time or room. */
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

/** One dated meeting, as used by the agenda, the reminders, the command line and the window. */
export const occurrence = z.object({
  key: z.string(),
  feedId: z.string(),
  feedName: z.string(),
  /** All feeds that have this meeting, sorted by key. The occurrence has the smallest key. */
  sources: z.array(occurrenceSource).readonly(),
  uid: z.string(),
  /** ISO instant with ms, or a date; see {@link occurrenceKey}. */
  originalStart: z.string(),
  title: z.string(),
  time: occurrenceTime,
  /** The meeting's home zone (IANA); null for floating and all-day ones. */
  zone: z.string().nullable(),
  status: occurrenceStatus,
  /** An owner of one of its calendars declined it. */
  isDeclined: z.boolean(),
  /** The user skips it: this one, or its series from `from` (ms) on. Null if not skipped. */
  skipped: z.object({ scope: z.enum(['one', 'series']), from: z.number() }).nullable(),
  /** It is listed: the user hides neither all of its calendars nor, by a rule, this meeting. */
  isShown: z.boolean(),
  /** It may be announced: its calendars and the user's rules allow it. */
  isAnnounced: z.boolean(),
  /** What keeps it from being announced; null if it is announced. */
  silencedBy: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('calendar') }),
      z.object({ kind: z.literal('rule'), ruleId: z.string() }),
      /** All of its calendars are paused, the last one since then, ms. */
      z.object({ kind: z.literal('paused'), since: z.number() }),
    ])
    .nullable(),
  isRecurring: z.boolean(),
  /** Moved from its original start by an override. */
  isMoved: z.boolean(),
  /** It may take place on this date: its source leaves the week open, and no answer settles it. */
  isWeekUnknown: z.boolean(),
  /**
   * A past meeting that no feed has any more: only its key, title and start are known, from a note, a transcript or the
   * ledger of reminders. It has no end.
   */
  isRemembered: z.boolean(),
  /** Null if the source gives the dates. */
  week: meetingWeek.nullable(),
  /** The rule in words, for example `every 2 weeks on Friday`; null for single events. */
  rhythm: z.string().nullable(),
  /** The text of the page from which its dates were read; null if a calendar's rule gives them. */
  phrase: z.string().nullable(),
  /** Assumptions and questions of its reader, without questions that are settled. */
  doubts: z.array(doubt).readonly(),
  /**
   * Only a text states it. `confirmedAt`: when the user said that it still takes place, ms; until then it is unconfirmed.
   * Null if a calendar has it.
   */
  statement: z.object({ confirmedAt: z.number().nullable() }).nullable(),
  /** Id of its community, for example `sig-release`; null if the feed names none. */
  community: z.string().nullable(),
  communityName: z.string().nullable(),
  recorded: z.enum(['always', 'usually', 'rarely']).nullable(),
  /** Who is invited, with replies; null if the feed names nobody. */
  attendance: attendance.nullable(),
  /** Name and address of who invited, as the feed gives them; null if it names nobody. */
  organizer: z.string().nullable(),
  /** The answer of an owner of its calendar; null if they are not invited, or unknown. */
  ownReply: reply.nullable(),
  /** Its key in the calendar in which the user can answer the invitation; null if there is none. */
  answerKey: z.string().nullable(),
  description: z.object({ format: z.enum(['text', 'html']), content: z.string() }),
  location: z.string(),
  /** The room chosen by the user first, then best first. */
  joinLinks: z.array(joinLink).readonly(),
  /** When the user chose the first room for the series, ms; null without a choice. */
  roomChosenAt: z.number().nullable(),
  roomFlags: z.array(roomFlag).readonly(),
  /**
   * The other sources, if sources disagree; null if they agree. Until the user chooses (`chosenAt`, ms) the others are
   * in the agenda too.
   */
  versions: z
    .object({ others: z.array(meetingVersion).readonly(), chosenAt: z.number().nullable() })
    .nullable(),
  links: documentLinks,
});
export type Occurrence = z.infer<typeof occurrence>;
