import { z } from 'zod';

/** How a pasted address or text is to be followed. */
export const followOptions = z.object({
  /** `none`: the user chooses afterwards. */
  followed: z.enum(['all', 'none']),
  /** The id of a feed of pasted text that gets this text instead; null adds a feed. */
  replaces: z.string().max(4096).nullable(),
});
export type FollowOptions = z.infer<typeof followOptions>;
