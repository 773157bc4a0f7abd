import type { NotedAction } from '#core/notes/note.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { focusNextBox } from './focusNextBox.ts';
import { useNoteModel } from './NoteModelContext.ts';
import { texts } from './texts.ts';

/** Ticks or clears an action item in its note. @param box its checkbox: after a tick the next one gets the focus */
export type Tick = (
  item: Pick<NotedAction, 'path' | 'line' | 'text' | 'words'>,
  isDone: boolean,
  box: HTMLElement,
) => Promise<void>;

/** Ticking action items, each with its undo. */
export function useTick(): Tick {
  const [api, noteModel, store] = [useApi(), useNoteModel(), useAppStore()];
  return async ({ path, line, text, words }, isDone, box) => {
    // Save first: else the tick and the unsaved text would be two versions of one file.
    await noteModel.flush();
    const send = (isTicked: boolean) => api.invoke('notes:tick', { path, line, text }, isTicked);
    const { problemReported, undoOffered } = store.getState();
    const answer = await send(isDone);
    if (!answer.ok) return problemReported(answer.problem);
    if (isDone) focusNextBox(box);
    undoOffered({ ...(isDone ? texts.ticked(words) : texts.cleared(words)), takeBack: () => send(!isDone) });
  };
}
