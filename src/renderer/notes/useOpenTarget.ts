import { useCallback } from 'react';
import { fileNameOf, linkFinder } from '#core/notes/linkTargets.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import type { Target } from './editor/live/mark.ts';

/**
 * Opens what is linked in a note: an address in the browser, a note as Obsidian resolves its link, at its heading. A link
 * to a note that does not exist begins it; its file is written once it has words.
 */
export function useOpenTarget(): (target: Target) => void {
  const [api, store, noteModel] = [useApi(), useAppStore(), useNoteModel()];
  return useCallback(
    (target) => {
      if (target.kind === 'url') return api.invokeAndReport('link:open', target.url);
      const [link = ''] = target.title.split('|');
      const [wanted = '', heading] = link.split('#');
      const { notes, openNote } = store.getState();
      const here = openNote?.path ?? '';
      const found = wanted.trim() === '' ? here : linkFinder(notes ?? [])(wanted, here)?.note.path;
      if (found === undefined) return void noteModel.openTitled(fileNameOf(wanted.trim()));
      const place = heading === undefined ? undefined : ({ kind: 'words', words: heading } as const);
      return void noteModel.open(found, place);
    },
    [api, store, noteModel],
  );
}
