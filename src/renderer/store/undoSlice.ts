import type { StateCreator } from 'zustand';
import type { OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import type { SeriesName } from '../../shared/agenda/meetingChoices.ts';

/** Something that was just done and can be taken back. */
export interface UndoOffer {
  /** What was done, in words. */
  readonly words: string;
  readonly what: UndoWhat;
}

/** Which deed is taken back: the last answer about a series, in each of its feeds; a visit to a room; a skip. */
export type UndoWhat =
  | { readonly kind: 'week'; readonly series: readonly SeriesName[] }
  | { readonly kind: 'visit' | 'skip'; readonly key: OccurrenceKey };

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
