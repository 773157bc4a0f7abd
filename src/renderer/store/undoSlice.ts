import type { StateCreator } from 'zustand';
import type { SeriesName } from '../../shared/agenda/meetingChoices.ts';

/** Something that was just answered and can be taken back. */
export interface UndoOffer {
  /** What was done, in words. */
  readonly words: string;
  /** The meeting whose last answer is taken back, in each of its feeds. */
  readonly series: readonly SeriesName[];
}

export interface UndoSlice {
  /** `number` tells one offer from the next. */
  readonly undo: (UndoOffer & { readonly number: number }) | null;
  readonly undoOffered: (offer: UndoOffer) => void;
  readonly undoClosed: () => void;
}

export const createUndoSlice: StateCreator<UndoSlice> = (set) => ({
  undo: null,
  undoOffered: (offer) => set(({ undo }) => ({ undo: { ...offer, number: (undo?.number ?? 0) + 1 } })),
  undoClosed: () => set({ undo: null }),
});
