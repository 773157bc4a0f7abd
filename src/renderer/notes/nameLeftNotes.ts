import { isProvisional } from '#core/notes/noteName.ts';
import type { Api } from '../kit/api.ts';
import type { AppStore } from '../store/store.ts';

/**
 * When a note without a meeting is left, its file gets the name of its first words, if the app made its name up.
 * @returns ends it
 */
export const nameLeftNotes = (store: AppStore, api: Api): (() => void) =>
  store.subscribe(({ openNote, editorNumber }, { openNote: left, editorNumber: before }) => {
    const isLeft = left !== null && (openNote === null || editorNumber !== before);
    if (isLeft && left.version !== null && isProvisional(left.path))
      void api.invoke('notes:nameByWords', left.path);
  });
