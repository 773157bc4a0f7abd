import { useMemo } from 'react';
import type { OccurrenceKey } from '#core/keys.ts';
import { useAppStore } from '../kit/AppContext.tsx';
import type { NotePlace } from '../store/noteOpening.ts';
import { useNoteModel } from './NoteModelContext.ts';

/** Goes to Notes, and opens a note there. */
export interface OpenNote {
  /** @param place where; the place at which it was left, if omitted */
  readonly open: (path: string, place?: NotePlace) => void;
  /** The note of a meeting, or a new one. */
  readonly openFor: (key: OccurrenceKey) => void;
}

/** Opens notes from any screen. */
export function useOpenNote(): OpenNote {
  const [store, noteModel] = [useAppStore(), useNoteModel()];
  return useMemo(
    () => ({
      open: (path, place) => {
        store.getState().notesListShown('notes');
        void noteModel.open(path, place);
      },
      openFor: (key) => {
        store.getState().screenShown('notes');
        void noteModel.openFor(key);
      },
    }),
    [store, noteModel],
  );
}
