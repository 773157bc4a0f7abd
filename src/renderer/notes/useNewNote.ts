import { dateOf } from '#core/agenda/agenda.ts';
import type { App } from '../kit/AppContext.tsx';
import { useAppStore, useTicker } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import type { NoteModel } from './noteModel.ts';

/** Goes to Notes and begins a note of today without a meeting. */
export function beginNote({ store, ticker }: Pick<App, 'store' | 'ticker'>, noteModel: NoteModel): void {
  store.getState().screenShown('notes');
  void noteModel.openNew(dateOf(ticker.now(), store.getState().agenda?.zone ?? 'UTC'));
}

/** Begins a note without a meeting. */
export function useNewNote(): () => void {
  const [store, ticker, noteModel] = [useAppStore(), useTicker(), useNoteModel()];
  return () => beginNote({ store, ticker }, noteModel);
}
