import type { StateCreator } from 'zustand';
import type { Feed, FeedStatus } from '#core/feeds/feed.ts';
import { applyFeedsUpdate, type FeedsUpdate } from '#core/feeds/feedsUpdate.ts';

export interface FeedsSlice {
  /** null until main has answered. */
  readonly feeds: readonly FeedStatus[] | null;
  readonly feedsReceived: (feeds: readonly FeedStatus[]) => void;
  /** Before the list is there an update is not needed: the list comes after it, and has it. */
  readonly feedsUpdated: (update: FeedsUpdate) => void;
  /** Optimistic update; main's next state replaces it. */
  readonly followedChosen: (feedId: string, followed: Feed['followed']) => void;
}

export const createFeedsSlice: StateCreator<FeedsSlice> = (set) => ({
  feeds: null,
  feedsReceived: (feeds) => set({ feeds }),
  feedsUpdated: (update) => set(({ feeds }) => ({ feeds: feeds && applyFeedsUpdate(feeds, update) })),
  followedChosen: (feedId, followed) =>
    set(({ feeds }) => ({
      feeds:
        feeds?.map((status) =>
          status.feed.id === feedId ? { ...status, feed: { ...status.feed, followed } } : status,
        ) ?? null,
    })),
});
