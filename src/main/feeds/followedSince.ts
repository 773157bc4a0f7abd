import type { Instant } from '#base';
import type { FeedList } from './feedList.ts';

/**
 * When each feed was added, or another choice of its meetings followed, in this run of the app (ms); null for those
 * that are as they were at its start.
 */
export function watchFollowing(
  list: Pick<FeedList, 'all' | 'changed'>,
  now: () => Instant,
): (feedId: string) => Instant | null {
  const since = new Map<string, Instant>();
  const choices = (): Map<string, string> =>
    new Map(list.all().map(({ id, followed }) => [id, JSON.stringify(followed)]));
  let before = choices();
  // It lives as long as the list does.
  list.changed.on(() => {
    const present = choices();
    for (const [id, followed] of present) if (before.get(id) !== followed) since.set(id, now());
    before = present;
  });
  return (feedId) => since.get(feedId) ?? null;
}
