import type { StateCreator } from 'zustand';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';

export interface ChangesSlice {
  /** Recent changes of series in feeds, newest last. */
  readonly changes: readonly SeriesChange[];
  readonly changesReceived: (changes: readonly SeriesChange[]) => void;
}

export const createChangesSlice: StateCreator<ChangesSlice> = (set) => ({
  changes: [],
  changesReceived: (changes) => set({ changes }),
});
