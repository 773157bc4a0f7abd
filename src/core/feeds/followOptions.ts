import { z } from 'zod';

/** How a pasted address or text is followed. */
export const followOptions = z.object({
  /** `none`: the user chooses meetings afterwards. */
  followed: z.enum(['all', 'none']),
  /** The id of a pasted feed that gets this text; null adds a feed. */
  replaces: z.string().max(4096).nullable(),
});
export type FollowOptions = z.infer<typeof followOptions>;
