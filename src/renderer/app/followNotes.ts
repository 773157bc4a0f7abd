import type { NoteListChange } from '#core/notes/noteListChange.ts';
import type { Api } from '../kit/api.ts';
import type { AppStore } from '../store/store.ts';

/**
 * Keeps the store's list of notes up to date: fetches it once, and applies the changes that main sends. Changes that come
 * before the list are applied to it in their order; those that it contains already do no harm.
 * @returns its end
 */
export function followNotes(store: AppStore, api: Api): () => void {
  const { notesReceived, notesChanged, noteSavedLate, problemReported } = store.getState();
  const early: NoteListChange[] = [];
  const ends = [
    api.on('notes:changed', (change) => {
      if (store.getState().notes === null) early.push(change);
      else notesChanged(change);
    }),
    api.on('notes:savedLate', noteSavedLate),
  ];
  const fetch = async (): Promise<void> => {
    const outcome = await api.invoke('notes:list');
    if (!outcome.ok) {
      problemReported(outcome.problem);
      return;
    }
    notesReceived(outcome.value);
    early.forEach(notesChanged);
  };
  void fetch();
  return () => {
    for (const end of ends) end();
  };
}
