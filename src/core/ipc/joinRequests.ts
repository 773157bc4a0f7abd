import { z } from 'zod';
import { meetingApp } from '../desktop/meetingApp.ts';
import { joinOutcome, roomVisit } from '../reminders/roomVisit.ts';
import { seriesName } from '../agenda/meetingChoices.ts';
import { ownService } from '#meeting-links';
import { resultOf } from '#base';
import { name } from './identifier.ts';

/** The part of the contract that is about rooms. */

const text = z.string().max(1000);

export const joinRequests = {
  /**
   * A meeting's key, and which of its addresses; null for the best. Where the meeting is not near, the user is asked
   * first, unless they said so (`anyway`).
   */
  'join:open': {
    args: z.tuple([name, z.string().max(8192).nullable(), z.literal('anyway').optional()]),
    reply: resultOf(joinOutcome),
  },
  /** The user did not join, or only looked in: reminders speak again. */
  'join:undo': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Programs that can be chosen instead of the browser: those that the system has. */
  'join:apps': { args: z.tuple([]), reply: z.array(meetingApp) },
  /** Of the meetings of the agenda, those into whose room the user went near the start. */
  'join:visits': { args: z.tuple([]), reply: z.array(roomVisit) },
  /** Skips a meeting (by its key), or its series from it on; null takes back whatever skips it. */
  'skips:choose': {
    args: z.tuple([name, z.enum(['one', 'series']).nullable()]),
    reply: resultOf(z.null()),
  },
  /** Of the rooms of a meeting, the one to join, for its whole series; null takes the choice back. */
  'rooms:choose': {
    args: z.tuple([z.string().max(4096), z.string().max(8192).nullable()]),
    reply: resultOf(z.null()),
  },
  /** Of two sources that disagree about a meeting, the one to believe; or both again. */
  'sources:choose': {
    args: z.tuple([z.enum(['use', 'takeBack']), seriesName, seriesName]),
    reply: resultOf(z.null()),
  },
  /** Adds a meeting service of the user's own; the reply says what is wrong with it. */
  'services:add': {
    args: z.tuple([ownService.extend({ name: text, host: text, path: text })]),
    reply: resultOf(z.null()),
  },
  /** By host and path. */
  'services:remove': { args: z.tuple([text, text]), reply: z.null() },
} as const;
