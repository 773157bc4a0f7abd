import { z } from 'zod';
import { seriesName } from '../agenda/meetingChoices.ts';
import { ownService } from '../join/ownService.ts';
import { resultOf } from '../problem.ts';
import { name } from './name.ts';

/** The part of the contract that is about rooms. */

/** A program on this computer that opens rooms. */
export const meetingApp = z.object({
  /** Its scheme, by which `settings.joinApps` names it. */
  scheme: z.string(),
  /** The service. */
  name: z.string(),
  /** As the system calls the program. */
  program: z.string(),
});
export type MeetingApp = z.infer<typeof meetingApp>;

const text = z.string().max(1000);

export const joinRequests = {
  /** A meeting's key, and which of its addresses; null for the best. */
  'join:open': { args: z.tuple([name, z.string().max(8192).nullable()]), reply: resultOf(z.null()) },
  /** Programs that can be chosen instead of the browser: those that the system has. */
  'join:apps': { args: z.tuple([]), reply: z.array(meetingApp) },
  /** Keys of the meetings that were joined through us. */
  'join:joined': { args: z.tuple([]), reply: z.array(z.string()) },
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
