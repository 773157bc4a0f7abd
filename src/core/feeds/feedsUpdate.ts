import { z } from 'zod';
import { feedStatus, type FeedStatus } from './feed.ts';

/** What changed in the states of the feeds, so that the window need not receive all of them at each change of one. */
export const feedsUpdate = z.object({
  /** Ids of all feeds, in their order. */
  ids: z.array(z.string()).readonly(),
  /** The new and the changed ones. */
  changed: z.array(feedStatus).readonly(),
});
export type FeedsUpdate = z.infer<typeof feedsUpdate>;

/** The update that leads from one list to another; null if they are equal. */
export function feedsUpdateBetween(
  before: readonly FeedStatus[],
  after: readonly FeedStatus[],
): FeedsUpdate | null {
  const known = new Map(before.map((status) => [status.feed.id, status]));
  const changed = after.filter((status) => !isSame(status, known.get(status.feed.id)));
  const ids = after.map(({ feed }) => feed.id);
  const isSameOrder =
    ids.length === before.length && before.every(({ feed }, index) => feed.id === ids[index]);
  return changed.length === 0 && isSameOrder ? null : { ids, changed };
}

const isSame = (one: FeedStatus, other: FeedStatus | undefined): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);

/** The list after an update. Feeds that are neither known nor in the update are left out. */
export function applyFeedsUpdate(
  feeds: readonly FeedStatus[],
  { ids, changed }: FeedsUpdate,
): readonly FeedStatus[] {
  const known = new Map([...feeds, ...changed].map((status) => [status.feed.id, status]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
