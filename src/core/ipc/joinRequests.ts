import { z } from 'zod';
import { meetingApp } from '../desktop/meetingApp.ts';
import { joinOutcome, roomVisit } from '../join/roomVisit.ts';
import { seriesName } from '../agenda/meetingChoices.ts';
import { ownService } from '#meeting-links';
import { resultOf } from '#base';
import { name } from './identifier.ts';

/** The part of the contract about rooms. */

const text = z.string().max(1000);

export const joinRequests = {
  /**
   * The key of an occurrence, and one of its addresses; null for the best. If the meeting is not near, the user is
   * asked first, unless `anyway`.
   */
  'join:open': {
    args: z.tuple([name, z.string().max(8192).nullable(), z.literal('anyway').optional()]),
    reply: resultOf(joinOutcome),
  },
  /** Undoes a visit: the user did not join, so reminders continue. */
  'join:undo': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Installed programs that can open rooms instead of the browser. */
  'join:apps': { args: z.tuple([]), reply: z.array(meetingApp) },
  /** Visits to the rooms of meetings in the agenda. */
  'join:visits': { args: z.tuple([]), reply: z.array(roomVisit) },
  /** Skips an occurrence (by its key), or its series from it on; null undoes any skip. */
  'skips:choose': {
    args: z.tuple([name, z.enum(['one', 'series']).nullable()]),
    reply: resultOf(z.null()),
  },
  /**
   * Answers an invitation, by the `answerKey` of an occurrence: this date or all of its series. Replies with a number for
   * `invitations:takeBack` when the agenda shows the answer; a failure changes nothing.
   */
  'invitations:answer': {
    args: z.tuple([name, z.enum(['yes', 'maybe', 'no']), z.enum(['one', 'series'])]),
    reply: resultOf(z.number()),
  },
  /** Gives the answer of before again; possible until the app ends. */
  'invitations:takeBack': { args: z.tuple([z.number().int()]), reply: resultOf(z.null()) },
  /** The room to join, for the whole series; null undoes the choice. */
  'rooms:choose': {
    args: z.tuple([z.string().max(4096), z.string().max(8192).nullable()]),
    reply: resultOf(z.null()),
  },
  /** The source to believe, of two that disagree; or both again. */
  'sources:choose': {
    args: z.tuple([z.enum(['use', 'takeBack']), seriesName, seriesName]),
    reply: resultOf(z.null()),
  },
  /** Adds an own meeting service; the reply says what is invalid. */
  'services:add': {
    args: z.tuple([ownService.extend({ name: text, host: text, path: text })]),
    reply: resultOf(z.null()),
  },
  /** By host and path. */
  'services:remove': { args: z.tuple([text, text]), reply: z.null() },
} as const;
