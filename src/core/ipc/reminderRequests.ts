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

/** The part of the contract that is about reminders, and what crosses there. Times are instants in ms. */

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
