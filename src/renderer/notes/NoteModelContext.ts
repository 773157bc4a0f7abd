import { createContext, use } from 'react';
import type { NoteModel } from './noteModel.ts';

/** Provided by app/main.tsx, around every screen. */
export const NoteModelContext = createContext<NoteModel | null>(null);

/** The window's note model. */
export function useNoteModel(): NoteModel {
  const model = use(NoteModelContext);
  if (!model) throw new Error('useNoteModel() is called outside of NoteModelContext');
  return model;
}
