import { z } from 'zod';
import { alertSnapshot } from '../reminders/alertSnapshot.ts';
import { reminderAction, reminderTarget } from '../reminders/reminderAction.ts';
import { remindersToday } from '../reminders/remindersToday.ts';
import { resultOf } from '#base';
import { meetingStory } from '../reminders/meetingStory.ts';
import { missedMeeting } from '../reminders/missedMeetings.ts';
import { pastMeeting } from '../reminders/pastMeetings.ts';
import { reminderLead } from '../reminders/reminderRules.ts';
import { snoozeChoice } from '../reminders/snooze.ts';
import { chime } from '../reminders/chime.ts';

/** The part of the contract about reminders. Times are instants in ms. */

export const reminderRequests = {
  'reminders:test': { args: z.tuple([]), reply: resultOf(z.null()) },
  'reminders:act': { args: z.tuple([z.string().max(4096), reminderAction]), reply: resultOf(z.null()) },
  /** Snoozes all reminders of a meeting (by its key), shown and future; replies with the time (ms). */
  'reminders:snooze': { args: z.tuple([z.string().max(4096), snoozeChoice]), reply: resultOf(z.number()) },
  /** Undoes that: its other reminders come as planned. */
  'reminders:unsnooze': { args: z.tuple([z.string().max(4096)]), reply: resultOf(z.null()) },
  /** Leads of one meeting, its series or its feed; empty silences it, null restores the usual ones. */
  'reminders:choose': {
    args: z.tuple([reminderTarget, z.array(reminderLead).max(10).nullable()]),
    reply: resultOf(z.null()),
  },
  /** Past and future reminders of a meeting (by its key); null if it is in neither agenda nor ledger. */
  'reminders:story': { args: z.tuple([z.string().max(4096)]), reply: meetingStory.nullable() },
  /** The past meetings of the ledger, latest first. */
  'reminders:past': { args: z.tuple([]), reply: z.array(pastMeeting) },
  'reminders:today': { args: z.tuple([]), reply: remindersToday },
  /** Meetings missed lately, earliest first. */
  'reminders:missed': { args: z.tuple([]), reply: z.array(missedMeeting) },
  /** Plays a sound; fails if it could not be played. */
  'reminders:testSound': { args: z.tuple([chime]), reply: resultOf(z.null()) },
  /** For the sound window: the sound to play, and whether it was played. */
  'sound:get': { args: z.tuple([]), reply: chime.nullable() },
  'sound:ended': { args: z.tuple([z.boolean()]), reply: z.null() },
  'alert:get': { args: z.tuple([]), reply: alertSnapshot },
} as const;
