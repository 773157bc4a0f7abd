import { z } from 'zod';
import { community } from '../catalogue/community.ts';
import { directoryEntry } from './directoryEntry.ts';
import { directoryRow } from './directoryIndex.ts';

/** The directory as the window shows it. */

/** A community in the list. */
export const listedCommunity = directoryRow.omit({ addresses: true, rooms: true }).extend({
  /** A calendar of it, or its stated meetings, are followed. */
  isFollowed: z.boolean(),
  /** A calendar of the user names it, or has a meeting in one of its rooms. */
  isUsed: z.boolean(),
});
export type ListedCommunity = z.infer<typeof listedCommunity>;

/** One community with all its facts. */
export const communityView = z.object({
  entry: directoryEntry,
  /** Its stated meetings, with schedules. */
  stated: community,
  /** Ids of the feeds that follow its addresses, by address. */
  feedIds: z.record(z.string(), z.string()),
  /** Id of the feed that has its stated meetings; null if they are not followed. */
  statedFeedId: z.string().nullable(),
});
export type CommunityView = z.infer<typeof communityView>;

/** A followed calendar of a community that is gone or empty. */
export const lostCalendar = z.object({
  /** Id and name of the community. */
  id: z.string(),
  name: z.string(),
  /** Where to look for its meetings; null if no page is known. */
  page: z.string().nullable(),
  /** How many meetings with dates its texts state. */
  statedCount: z.number(),
  /** They are shown, as unconfirmed. */
  isStatedShown: z.boolean(),
});
export type LostCalendar = z.infer<typeof lostCalendar>;

/** What following one address of a community brought. */
export const followOutcome = z.object({
  feedId: z.string(),
  name: z.string(),
  seriesCount: z.number(),
  /** Starts a meeting within the next weeks; false for a calendar that is no longer kept. */
  hasNext: z.boolean(),
});
export type FollowOutcome = z.infer<typeof followOutcome>;
