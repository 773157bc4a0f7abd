import { z } from 'zod';
import { community } from './community.ts';

/** A community, and the feed through which its meetings are followed. */
export const followableCommunity = community.extend({ feedId: z.string() });
export type FollowableCommunity = z.infer<typeof followableCommunity>;
