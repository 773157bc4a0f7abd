import type { Instant } from '#base';
import type { FeedList } from './feedList.ts';

/** Since when feeds have been followed as they are. */
export interface Following {
  /**
   * When the feed was added, or another choice of its meetings was followed, since the app started (ms); null if
   * neither.
   */
  since(feedId: string): Instant | null;
  /** After a removal was undone: as if the feed had never been removed. */
  restore(feedId: string, since: Instant | null): void;
}

/** Records when each feed was added, or another choice of its meetings was followed. */
export function watchFollowing(list: Pick<FeedList, 'all' | 'changed'>, now: () => Instant): Following {
  const known = new Map<string, Instant>();
  const choices = (): Map<string, string> =>
    new Map(list.all().map(({ id, followed }) => [id, JSON.stringify(followed)]));
  let before = choices();
  // The listener lives as long as the list.
  list.changed.on(() => {
    const present = choices();
    for (const [id, followed] of present) if (before.get(id) !== followed) known.set(id, now());
    before = present;
  });
  return {
    since: (feedId) => known.get(feedId) ?? null,
    restore: (feedId, since) => {
      if (since === null) known.delete(feedId);
      else known.set(feedId, since);
    },
  };
}
