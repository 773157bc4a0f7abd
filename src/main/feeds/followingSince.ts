import type { Instant } from '#base';
import type { FeedList } from './feedList.ts';

/**
 * Records when each feed was added, or another choice of its meetings was followed, since the app started (ms). The
 * result is null for feeds that have not changed since.
 */
export function watchFollowing(
  list: Pick<FeedList, 'all' | 'changed'>,
  now: () => Instant,
): (feedId: string) => Instant | null {
  const since = new Map<string, Instant>();
  const choices = (): Map<string, string> =>
    new Map(list.all().map(({ id, followed }) => [id, JSON.stringify(followed)]));
  let before = choices();
  // The listener lives as long as the list.
  list.changed.on(() => {
    const present = choices();
    for (const [id, followed] of present) if (before.get(id) !== followed) since.set(id, now());
    before = present;
  });
  return (feedId) => since.get(feedId) ?? null;
}
