import { isFollowed } from '#core/feeds/followed.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { type OccurrenceKey, readOccurrenceKey } from '#core/keys.ts';
import type { FeedList } from './feedList.ts';
import type { FeedSync } from './feedSync.ts';

/** Who runs the meetings of all feeds. */
export const communitiesOf = (sync: Pick<FeedSync, 'readings'>): FollowableCommunity[] =>
  sync
    .readings()
    .flatMap(({ feed, digest }) => digest.communities.map((one) => ({ ...one, feedId: feed.id })));

/** Whether the user still follows the series of an occurrence. */
export function followsSeries(
  list: Pick<FeedList, 'find'>,
  sync: Pick<FeedSync, 'readings'>,
  key: OccurrenceKey,
): boolean {
  const { feedId, uid } = readOccurrenceKey(key);
  const followed = list.find(feedId)?.followed ?? [];
  const groups = communitiesOf(sync).filter((one) => one.feedId === feedId);
  const group = groups.find(({ meetings }) => meetings.some((one) => one.uid === uid));
  if (group !== undefined || followed === 'all') return isFollowed(followed, uid, group?.id ?? null);
  // A meeting that its feed no longer has may have been of any group.
  return followed.includes(uid) || followed.some((entry) => entry.startsWith('@'));
}
