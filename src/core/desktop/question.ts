import { z } from 'zod';

/** A question to the user before something opens. */
export const question = z.discriminatedUnion('kind', [
  /** Keys of the meetings that could be joined; empty if none is near. */
  z.object({ kind: z.literal('join'), keys: z.array(z.string()).readonly() }),
  /** The meeting is not near: open its room anyway? `url` is the room; null for the best one. */
  z.object({ kind: z.literal('early'), key: z.string(), url: z.string().nullable() }),
  /** Address of a calendar to preview, https. */
  z.object({ kind: z.literal('follow'), address: z.string() }),
  /** Id of a community of the directory to show. */
  z.object({ kind: z.literal('followCommunity'), community: z.string() }),
]);
export type Question = z.infer<typeof question>;
