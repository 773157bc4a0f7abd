import type { StateCreator } from 'zustand';
import type { Result } from '#base';

/** An action of this window that can be undone. */
export interface UndoEntry {
  /** The action, for its toast. */
  readonly words: string;
  /** The toast after the undo: `Took back …`. */
  readonly undone: string;
  readonly takeBack: () => Promise<Result<unknown>>;
  /** False if the action was undone elsewhere meanwhile, or its object is gone; left out if that cannot be. */
  readonly isStill?: () => boolean;
}

/** The toast at the bottom of the window. `number` is unique. */
export interface UndoToast {
  readonly words: string;
  /** What happened, which can be undone; that it was undone; or a fact, such as that there is no passcode. */
  readonly kind: 'done' | 'undone' | 'fact';
  readonly number: number;
  /** As in {@link UndoEntry}: the toast of an action that cannot be undone any more is not shown. */
  readonly isStill?: (() => boolean) | undefined;
}

export interface UndoSlice {
  /** The newest last. */
  readonly undoEntries: readonly UndoEntry[];
  readonly undoToast: UndoToast | null;
  readonly undoOffered: (entry: UndoEntry) => void;
  /** Drops that many of the newest actions. */
  readonly undoEntriesDropped: (count: number) => void;
  /** Says that something was undone. */
  readonly undoToastShown: (words: string) => void;
  /** Says something that is no action to undo. */
  readonly factToastShown: (words: string) => void;
  readonly undoToastClosed: () => void;
}

/** Older actions are forgotten. */
const MOST_UNDO_ENTRIES = 20;

export const createUndoSlice: StateCreator<UndoSlice> = (set) => {
  let number = 0;
  const toast = (words: string, kind: UndoToast['kind'], isStill?: UndoEntry['isStill']): UndoToast => ({
    words,
    kind,
    number: (number += 1),
    isStill,
  });
  return {
    undoEntries: [],
    undoToast: null,
    undoOffered: (entry) =>
      set(({ undoEntries }) => ({
        undoEntries: [...undoEntries, entry].slice(-MOST_UNDO_ENTRIES),
        undoToast: toast(entry.words, 'done', entry.isStill),
      })),
    undoEntriesDropped: (count) =>
      set(({ undoEntries }) => ({ undoEntries: undoEntries.slice(0, undoEntries.length - count) })),
    undoToastShown: (words) => set({ undoToast: toast(words, 'undone') }),
    factToastShown: (words) => set({ undoToast: toast(words, 'fact') }),
    undoToastClosed: () => set({ undoToast: null }),
  };
};
