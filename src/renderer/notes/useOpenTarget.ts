import { useCallback } from 'react';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { newestFirst } from './noteWords.ts';
import { useNoteModel } from './NoteModelContext.ts';
import type { Target } from './editor/live/marks.ts';

/** Opens what is linked in a note: an address in the browser, a note by its title, the latest one of that title. */
export function useOpenTarget(): (target: Target) => void {
  const [api, store, noteModel] = [useApi(), useAppStore(), useNoteModel()];
  return useCallback(
    (target) => {
      if (target.kind === 'url') return api.invokeAndReport('link:open', target.url);
      const [title = ''] = target.title.split(/[#|]/);
      const wanted = title.trim().toLowerCase();
      const found = newestFirst(store.getState().notes ?? []).find(
        (note) => note.title.toLowerCase() === wanted || note.path.toLowerCase() === `${wanted}.md`,
      );
      if (found) void noteModel.open(found.path);
      return undefined;
    },
    [api, store, noteModel],
  );
}
