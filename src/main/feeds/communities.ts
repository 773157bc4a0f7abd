import { isFollowed } from '#core/feeds/followed.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { type OccurrenceKey, readOccurrenceKey } from '#core/keys.ts';
import type { FeedList } from './feedList.ts';
import type { FeedSync } from './feedSync.ts';

/** The communities of all feeds. */
export const communitiesOf = (sync: Pick<FeedSync, 'readings'>): FollowableCommunity[] =>
  sync
    .readings()
    .flatMap(({ feed, digest }) => digest.communities.map((one) => ({ ...one, feedId: feed.id })));

/** Names of the leads of a community, as its feed lists them; empty for null. */
export const leadsOf = (community: string | null, sync: Pick<FeedSync, 'readings'>): readonly string[] =>
  communitiesOf(sync)
    .filter(({ id }) => id === community)
    .flatMap(({ leads }) => leads.map(({ name }) => name));

/** True if the user still follows the series of an occurrence. */
export function followsSeries(
  list: Pick<FeedList, 'find'>,
  sync: Pick<FeedSync, 'readings'>,
  key: OccurrenceKey,
): boolean {
  const { feedId, uid } = readOccurrenceKey(key);
  const followed = list.find(feedId)?.followed ?? [];
  const groups = sync.readings().find(({ feed }) => feed.id === feedId)?.digest.communities ?? [];
  const group = groups.find(({ meetings }) => meetings.some((one) => one.uid === uid));
  if (group !== undefined || followed === 'all') return isFollowed(followed, uid, group?.id ?? null);
  // A meeting that its feed no longer has may have belonged to any group.
  return followed.includes(uid) || followed.some((entry) => entry.startsWith('@'));
}
