import type { StateCreator } from 'zustand';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';

export interface CommunitiesSlice {
  /** null until main has answered. */
  readonly communities: readonly FollowableCommunity[] | null;
  readonly communitiesReceived: (communities: readonly FollowableCommunity[]) => void;
}

export const createCommunitiesSlice: StateCreator<CommunitiesSlice> = (set) => ({
  communities: null,
  communitiesReceived: (communities) => set({ communities }),
});
