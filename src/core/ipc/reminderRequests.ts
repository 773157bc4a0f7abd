import { z } from 'zod';
import { resultOf } from '#base';
import { doNotDisturb } from '../reminders/doNotDisturb.ts';
import { meetingStory } from '../reminders/meetingStory.ts';
import { missedMeeting } from '../reminders/missedMeetings.ts';
import { pastMeeting } from '../reminders/pastMeetings.ts';
import { reminderLead, reminderScope } from '../reminders/reminderRules.ts';
import { reminderEntry } from '../reminders/remindersOfDay.ts';
import { snoozeChoice } from '../reminders/snooze.ts';
import { chime } from '../reminders/chime.ts';

/** The part of the contract that is about reminders, and what crosses there. Times are instants in ms. */

/** The large window: what is announced in it, earliest first. */
export const alertSnapshot = z.object({
  /** Main's clock (ms) when this was sent. */
  now: z.number(),
  format: z.object({ locale: z.string(), zone: z.string(), clock: z.enum(['locale', '24', '12']) }),
  hidesTitles: z.boolean(),
  cards: z
    .array(
      z.object({
        /** Names the reminder in `reminders:act`. */
        key: z.string(),
        title: z.string(),
        /** What is to be said besides its time, for example that it was moved. */
        text: z.string(),
        /** ms; null where the meeting is gone from the calendar. */
        time: z.object({ start: z.number(), end: z.number() }).nullable(),
        community: z.string(),
        /** Name of the room's service; null without a room. */
        service: z.string().nullable(),
        /** The user opened its room before. */
        isOpened: z.boolean(),
        /** When it is joined by itself (ms), unless the user stays out; null where it is not. */
        joinsAt: z.number().nullable(),
        /** It may take place on that date: the user can say so, or that it does not. */
        isMaybe: z.boolean(),
        /** The rooms among which the user has not chosen yet, by address; none where there is only one. */
        rooms: z.array(z.object({ url: z.string(), name: z.string() })).readonly(),
      }),
    )
    .readonly(),
  /** How many further ones wait behind these. */
  more: z.number(),
});
export type AlertSnapshot = z.infer<typeof alertSnapshot>;
export type AlertCard = AlertSnapshot['cards'][number];

/** Today's reminders, and whether they can come. */
export const remindersToday = z.object({
  entries: z.array(reminderEntry).readonly(),
  /** ms; null while nothing is held back. */
  quietUntil: z.number().nullable(),
  /** How the last notice of this run went; `none` where there is no service for them. */
  notifications: z.enum(['work', 'untried', 'failed', 'none']),
  /** What the desktop does with notifications now. */
  doNotDisturb,
  /** The desktop has a place for our tray icon. */
  hasTray: z.boolean(),
});
export type RemindersToday = z.infer<typeof remindersToday>;

/** What can be done with an announcement. */
export const reminderAction = z.union([
  /** `itIsOn`, `notThisWeek`: answers to a maybe. */
  z.enum(['join', 'stayOut', 'notes', 'open', 'skip', 'dismiss', 'itIsOn', 'notThisWeek']),
  z.object({ snooze: snoozeChoice }),
  /** Into this one of several rooms, by its address. */
  z.object({ room: z.string().max(8192) }),
]);
export type ReminderAction = z.infer<typeof reminderAction>;

/** What leads are chosen for: a meeting or its series, by the meeting's key, or a feed, by its id. */
export const reminderTarget = z.object({ scope: reminderScope, of: z.string().max(4096) });

export const reminderRequests = {
  'reminders:test': { args: z.tuple([]), reply: resultOf(z.null()) },
  'reminders:act': { args: z.tuple([z.string().max(4096), reminderAction]), reply: resultOf(z.null()) },
  /** Puts off all reminders of a meeting (by its key), shown or to come; says until when (ms). */
  'reminders:snooze': { args: z.tuple([z.string().max(4096), snoozeChoice]), reply: resultOf(z.number()) },
  /** Other leads for one meeting, its series or its feed; none silences it, null is as usual. */
  'reminders:choose': {
    args: z.tuple([reminderTarget, z.array(reminderLead).max(10).nullable()]),
    reply: resultOf(z.null()),
  },
  /** What happened to a meeting (by its key) and what will; null where it is in neither agenda nor ledger. */
  'reminders:story': { args: z.tuple([z.string().max(4096)]), reply: meetingStory.nullable() },
  /** The meetings of the ledger that have begun, and what became of them, the latest first. */
  'reminders:past': { args: z.tuple([]), reply: z.array(pastMeeting) },
  'reminders:today': { args: z.tuple([]), reply: remindersToday },
  /** What was slept through lately, earliest first. */
  'reminders:missed': { args: z.tuple([]), reply: z.array(missedMeeting) },
  /** Plays a sound to be heard; fails where it could not be played. */
  'reminders:testSound': { args: z.tuple([chime]), reply: resultOf(z.null()) },
  /** For the page that plays sounds: which one, and whether it was played. */
  'sound:get': { args: z.tuple([]), reply: chime.nullable() },
  'sound:ended': { args: z.tuple([z.boolean()]), reply: z.null() },
  'alert:get': { args: z.tuple([]), reply: alertSnapshot },
} as const;
