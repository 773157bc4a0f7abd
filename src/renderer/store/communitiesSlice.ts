import type { StateCreator } from 'zustand';
import type { Community } from '../../shared/catalogue/community.ts';

export interface CommunitiesSlice {
  /** null until main has answered. */
  readonly communities: readonly Community[] | null;
  readonly communitiesReceived: (communities: readonly Community[]) => void;
}

export const createCommunitiesSlice: StateCreator<CommunitiesSlice> = (set) => ({
  communities: null,
  communitiesReceived: (communities) => set({ communities }),
});
