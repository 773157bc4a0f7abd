import { z } from 'zod';
import { keepPassword } from '../accounts/keepPassword.ts';

/** A name and a password, and how to keep them without the system's keyring. */
export const feedLogin = z.object({
  user: z.string().min(1).max(500),
  password: z.string().max(1024),
  keep: keepPassword.nullable(),
});
export type FeedLogin = z.infer<typeof feedLogin>;

/** How a pasted address or text is followed. */
export const followOptions = z.object({
  /** `none`: the user chooses meetings afterwards. */
  followed: z.enum(['all', 'none']),
  /** The id of a pasted feed that gets this text; null adds a feed. */
  replaces: z.string().max(4096).nullable(),
  /** For a server that asks for one; it goes to the server of the address alone. */
  login: feedLogin.nullable().optional(),
});
export type FollowOptions = z.infer<typeof followOptions>;
