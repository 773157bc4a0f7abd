import type { Feed } from '#core/feeds/feed.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import type { Instant, ZoneName } from '#base';
import { shareFollowed } from './follow.ts';
import { isAtWork, timesOf, type MeetingTime } from './groupTimes.ts';

/** The groups that the screen lists. Pure; instants in ms. */

/** `directory` lists the communities of the directory instead of groups. */
export const filters = ['all', 'followed', 'work', 'week', 'directory'] as const;
export type Filter = (typeof filters)[number];

/** A group, and the next dates of its meetings. */
export interface Group {
  readonly community: FollowableCommunity;
  readonly times: readonly MeetingTime[];
}

/** Identifies a group among those of all feeds. */
export const groupIdOf = ({ community }: Pick<Group, 'community'>): string =>
  `${community.feedId} ${community.id}`;

/** The id of the button that opens a group in its row. @param id of the group */
export const groupRowId = (id: string): string => `group-row ${id}`;

export const withTimes = (communities: readonly FollowableCommunity[], now: Instant): Group[] =>
  communities.map((community) => ({ community, times: timesOf(community, now) }));

/** True if any of the group's meetings is followed. */
export function isGroupFollowed(community: FollowableCommunity, feeds: readonly Feed[]): boolean {
  const feed = feeds.find(({ id }) => id === community.feedId);
  return feed !== undefined && shareFollowed(feed.followed, community) !== 'none';
}

/** The week for which groups are listed, in the user's zone. */
export interface Viewer {
  readonly zone: ZoneName;
  readonly endOfWeek: Instant;
}

/** True if the group belongs into a filter. */
export function fits(
  { community, times }: Group,
  filter: Filter,
  feeds: readonly Feed[],
  { zone, endOfWeek }: Viewer,
): boolean {
  if (filter === 'directory') return false;
  if (filter === 'followed') return isGroupFollowed(community, feeds);
  if (filter === 'work') return times.some(({ next }) => isAtWork(next, zone));
  if (filter === 'week') return times.some(({ next }) => next.from < endOfWeek);
  return true;
}
