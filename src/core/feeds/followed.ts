import type { Feed } from './feed.ts';

/** What a user follows of a feed: all, single meetings by UID, and whole groups, also with meetings to come. */

/** Stands for all meetings of a group in a list of UIDs. */
export const groupMark = (communityId: string): string => `@${communityId}`;

/** @param community id of the group that runs the meeting; null where the feed knows none */
export const isFollowed = (followed: Feed['followed'], uid: string, community: string | null): boolean =>
  followed === 'all' ||
  followed.includes(uid) ||
  (community !== null && followed.includes(groupMark(community)));
