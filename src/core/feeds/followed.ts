import type { Feed } from './feed.ts';

/** What a user follows of a feed: all, single meetings by UID, or whole groups with their future meetings. */

/** The entry for all meetings of a group in a list of UIDs. */
export const groupMark = (communityId: string): string => `@${communityId}`;

/** @param community id of the group that runs the meeting; null if the feed names none */
export const isFollowed = (followed: Feed['followed'], uid: string, community: string | null): boolean =>
  followed === 'all' ||
  followed.includes(uid) ||
  (community !== null && followed.includes(groupMark(community)));

/** What is followed if two people, or two computers, follow it together. */
export const bothFollowed = (one: Feed['followed'], other: Feed['followed']): Feed['followed'] =>
  one === 'all' || other === 'all' ? 'all' : [...new Set([...one, ...other])];
