import type { StateCreator } from 'zustand';
import type { OccurrenceKey, SeriesName } from '#core/keys.ts';

/** Something that was done in this window and can be taken back. */
export interface Deed {
  /** What was done, in words. */
  readonly words: string;
  /** The same once it is taken back: `Took back …`. */
  readonly undone: string;
  readonly what: UndoWhat;
}

/**
 * What was done: an answer about a series, in each of its feeds; a room that was opened; a meeting that is skipped now,
 * or not any more. `before` is how it was skipped until then.
 */
export type UndoWhat =
  | { readonly kind: 'week'; readonly series: readonly SeriesName[] }
  | { readonly kind: 'visit'; readonly key: OccurrenceKey }
  | { readonly kind: 'skip'; readonly key: OccurrenceKey; readonly before: 'one' | 'series' | null };

/** What is said at the bottom of the window. `number` is another one each time. */
export interface UndoToast {
  readonly words: string;
  /** It can be taken back right there. */
  readonly canUndo: boolean;
  readonly number: number;
}

export interface UndoSlice {
  /** The newest last. */
  readonly deeds: readonly Deed[];
  readonly undoToast: UndoToast | null;
  readonly undoOffered: (deed: Deed) => void;
  /** The newest deeds are dropped, so many of them. */
  readonly deedsDropped: (count: number) => void;
  readonly undoToastShown: (words: string) => void;
  readonly undoToastClosed: () => void;
}

/** Older deeds are forgotten. */
const MOST_DEEDS = 20;

export const createUndoSlice: StateCreator<UndoSlice> = (set) => {
  let number = 0;
  const toast = (words: string, canUndo: boolean): UndoToast => ({ words, canUndo, number: (number += 1) });
  return {
    deeds: [],
    undoToast: null,
    undoOffered: (deed) =>
      set(({ deeds }) => ({
        deeds: [...deeds, deed].slice(-MOST_DEEDS),
        undoToast: toast(deed.words, true),
      })),
    deedsDropped: (count) => set(({ deeds }) => ({ deeds: deeds.slice(0, deeds.length - count) })),
    undoToastShown: (words) => set({ undoToast: toast(words, false) }),
    undoToastClosed: () => set({ undoToast: null }),
  };
};
