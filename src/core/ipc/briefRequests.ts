import { z } from 'zod';
import { resultOf } from '#base';
import { brief } from '../brief/brief.ts';
import { name } from './identifier.ts';
import { writtenNote } from './noteRequests.ts';

/** The part of the contract about a meeting at hand: what to know before it, and what to share after it. */
export const briefRequests = {
  /** The brief of an occurrence, by its key. */
  'brief:of': { args: z.tuple([name]), reply: resultOf(brief) },
  /**
   * Asks for a community's file of minutes and adds the note on top. Replies with the absolute path; null if cancelled.
   */
  'brief:addToMinutes': { args: z.tuple([writtenNote]), reply: resultOf(z.string().nullable()) },
} as const;
