import type { StateCreator } from 'zustand';
import type { Feed, FeedStatus } from '#core/feeds/feed.ts';

export interface FeedsSlice {
  /** null until main has answered. */
  readonly feeds: readonly FeedStatus[] | null;
  readonly feedsReceived: (feeds: readonly FeedStatus[]) => void;
  /** Optimistic update; main's next state replaces it. */
  readonly followedChosen: (feedId: string, followed: Feed['followed']) => void;
}

export const createFeedsSlice: StateCreator<FeedsSlice> = (set) => ({
  feeds: null,
  feedsReceived: (feeds) => set({ feeds }),
  followedChosen: (feedId, followed) =>
    set(({ feeds }) => ({
      feeds:
        feeds?.map((status) =>
          status.feed.id === feedId ? { ...status, feed: { ...status.feed, followed } } : status,
        ) ?? null,
    })),
});
