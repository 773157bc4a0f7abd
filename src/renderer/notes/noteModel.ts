import type { OccurrenceKey } from '#core/keys.ts';
import type { Note } from '#core/notes/note.ts';
import type { Result } from '#base';
import type { Api } from '../kit/api.ts';
import { isUnsaved } from '../store/notesSlice.ts';
import type { AppStore } from '../store/store.ts';

/** From a keystroke to the file, at most (ms); saving itself included this stays below a second. */
export const SAVE_DELAY_MS = 700;

/** A save that failed is tried again after longer and longer pauses (ms): the disk may have room again. */
export const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;

/** Calls once after `delayMs`; returns how to call it off. */
export type After = (delayMs: number, callback: () => void) => () => void;

/** The one place that opens notes and writes what is typed. */
export interface NoteModel {
  readonly openFor: (key: OccurrenceKey) => Promise<void>;
  /** The note of a meeting that nobody has written in yet, from another template. */
  readonly openWith: (key: OccurrenceKey, template: string) => Promise<void>;
  readonly open: (path: string) => Promise<void>;
  /** Writes what is unsaved, now. Safe to call at any time, also when there is nothing to do. */
  readonly flush: () => Promise<void>;
  readonly end: () => void;
}

/**
 * Watches the draft and saves it. Saves of one note never overlap: each starts from the version the last one made.
 * The delay starts with the first keystroke and is not pushed on by later ones, so steady typing is saved, too.
 */
export function createNoteModel(store: AppStore, api: Api, after: After): NoteModel {
  let callOff: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let stopRetry: (() => void) | null = null;
  let retryMs = FIRST_RETRY_MS;
  let latestOpening = 0;

  const saveOnce = async (): Promise<void> => {
    const state = store.getState();
    if (!state.openNote || !isUnsaved(state)) return;
    const sent: Note = { ...state.openNote, body: state.draft };
    state.saveStarted(sent.path);
    const outcome = await api.invoke('notes:save', sent);
    if (outcome.ok) {
      retryMs = FIRST_RETRY_MS;
      store.getState().saveFinished(sent, outcome.value);
    } else {
      store.getState().saveFailed(sent.path, outcome.problem);
      tryLater();
    }
  };

  function tryLater(): void {
    stopRetry?.();
    stopRetry = after(retryMs, () => {
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
      void flush();
    });
  }

  const flush = async (): Promise<void> => {
    callOff?.();
    callOff = null;
    stopRetry?.();
    stopRetry = null;
    await running;
    // Another flush may have begun while we waited.
    if (running) return running;
    running = saveOnce();
    try {
      await running;
    } finally {
      running = null;
    }
  };

  const schedule = (): void => {
    callOff ??= after(SAVE_DELAY_MS, () => {
      callOff = null;
      void flush();
    });
  };

  const opening = async (ask: () => Promise<Result<Note>>): Promise<void> => {
    latestOpening += 1;
    const mine = latestOpening;
    await flush();
    const outcome = await ask();
    // A later wish counts more than the order in which main answers.
    if (mine !== latestOpening) return;
    if (!outcome.ok) {
      store.getState().problemReported(outcome.problem);
      return;
    }
    // Keystrokes that came while main was answering.
    await flush();
    if (store.getState().saveState.kind === 'failed' && isUnsaved(store.getState())) return;
    store.getState().transcriptShown(null);
    store.getState().noteOpened(outcome.value);
  };

  /** The file changed elsewhere while nothing is unsaved here: show what it says now. */
  const reread = async (path: string): Promise<void> => {
    const outcome = await api.invoke('notes:read', path);
    const state = store.getState();
    if (!outcome.ok || state.openNote?.path !== path || isUnsaved(state) || running) return;
    if (outcome.value.version !== state.openNote.version) state.noteOpened(outcome.value);
  };

  const end = store.subscribe((state, before) => {
    const note = state.openNote;
    const isTyped = state.draft !== before.draft && note !== null && note === before.openNote;
    if (isTyped) {
      // Also what was taken back: main would else write the words before, if the window ended now.
      api.invokeAndReport('notes:keepDraft', { ...note, body: state.draft });
      if (isUnsaved(state)) schedule();
    }
    if (state.notes === before.notes || note === null || note.version === null || isUnsaved(state)) return;
    if (state.notes?.some(({ path }) => path === note.path)) void reread(note.path);
  });

  return {
    openFor: (key) => opening(() => api.invoke('notes:openFor', key)),
    openWith: (key, template) => opening(() => api.invoke('notes:openWith', key, template)),
    open: (path) => opening(() => api.invoke('notes:read', path)),
    flush,
    end: () => {
      callOff?.();
      stopRetry?.();
      end();
    },
  };
}
