import { useMemo } from 'react';
import type { OccurrenceKey } from '#core/keys.ts';
import { useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';

/** Goes to Notes, and opens a note there. */
export interface OpenNote {
  readonly open: (path: string) => void;
  /** The note of a meeting, or a new one. */
  readonly openFor: (key: OccurrenceKey) => void;
}

/** Opens notes from any screen. */
export function useOpenNote(): OpenNote {
  const [store, noteModel] = [useAppStore(), useNoteModel()];
  return useMemo(
    () => ({
      open: (path) => {
        store.getState().screenShown('notes');
        void noteModel.open(path);
      },
      openFor: (key) => {
        store.getState().screenShown('notes');
        void noteModel.openFor(key);
      },
    }),
    [store, noteModel],
  );
}
