import type { StateCreator } from 'zustand';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';

export interface ChangesSlice {
  /** What the feeds changed in their series lately, newest last. */
  readonly changes: readonly SeriesChange[];
  readonly changesReceived: (changes: readonly SeriesChange[]) => void;
}

export const createChangesSlice: StateCreator<ChangesSlice> = (set) => ({
  changes: [],
  changesReceived: (changes) => set({ changes }),
});
