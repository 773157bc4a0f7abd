import { z } from 'zod';

/** What a link from outside asks the user. */
export const question = z.discriminatedUnion('kind', [
  /** Keys of the meetings that could be joined; none where nothing is near. */
  z.object({ kind: z.literal('join'), keys: z.array(z.string()).readonly() }),
  /** Address of a calendar to look at, https. */
  z.object({ kind: z.literal('follow'), address: z.string() }),
]);
export type Question = z.infer<typeof question>;

/** The part of the contract that is about the app among other programs. */
export const shellRequests = {
  'question:get': { args: z.tuple([]), reply: question.nullable() },
  /** It was answered or put away. */
  'question:close': { args: z.tuple([]), reply: z.null() },
} as const;

export const shellEvents = {
  'question:changed': question.nullable(),
} as const;
