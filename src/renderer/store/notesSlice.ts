import type { StateCreator } from 'zustand';
import type { Note, NoteSummary, SavedNote } from '#core/notes/note.ts';
import type { Problem } from '#base';

/** How the text on the screen relates to the file. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface NotesSlice {
  /** null until main has answered. */
  readonly notes: readonly NoteSummary[] | null;
  /** The note in the editor, as the file is: `body` and `version` belong together. */
  readonly openNote: Note | null;
  /** What stands in the editor. */
  readonly draft: string;
  readonly saveState: SaveState;
  /**
   * The file had changed elsewhere: our text went into a file of its own, which is the open one now, and the other text
   * is under this path. It is shown beside until the user has seen enough of it.
   */
  readonly conflictPath: string | null;
  readonly conflictSettled: () => void;
  /** Path of the transcript that is read in place of the note; the note stays open behind it. */
  readonly openTranscript: string | null;
  readonly transcriptShown: (path: string | null) => void;
  readonly notesReceived: (notes: readonly NoteSummary[]) => void;
  readonly noteOpened: (note: Note) => void;
  /** Puts the note away; what is unsaved stays open. */
  readonly noteClosed: () => void;
  readonly draftChanged: (draft: string) => void;
  readonly saveStarted: (path: string) => void;
  /** @param sent what was saved, as it was sent */
  readonly saveFinished: (sent: Note, saved: SavedNote) => void;
  readonly saveFailed: (path: string, problem: Problem) => void;
}

export const createNotesSlice: StateCreator<NotesSlice> = (set) => ({
  notes: null,
  openNote: null,
  draft: '',
  saveState: { kind: 'idle' },
  conflictPath: null,
  conflictSettled: () => set({ conflictPath: null }),
  openTranscript: null,
  transcriptShown: (openTranscript) => set({ openTranscript }),
  notesReceived: (notes) => set({ notes }),
  noteOpened: (note) =>
    set(({ openNote, openTranscript, conflictPath }) => ({
      conflictPath: openNote?.path === note.path ? conflictPath : null,
      openNote: note,
      draft: note.body,
      saveState: { kind: 'idle' },
      // The same note read again is no wish to see it.
      openTranscript: openNote?.path === note.path ? openTranscript : null,
    })),
  noteClosed: () =>
    set((state) =>
      isUnsaved(state) ? {} : { openNote: null, draft: '', saveState: { kind: 'idle' }, conflictPath: null },
    ),
  draftChanged: (draft) => set({ draft }),
  saveStarted: (path) =>
    set(({ openNote, saveState }) =>
      openNote?.path === path ? { saveState: { kind: 'saving' } } : { saveState },
    ),
  saveFinished: (sent, saved) =>
    set(({ openNote }) => {
      if (openNote?.path !== sent.path) return {};
      return {
        openNote: { ...sent, path: saved.path, version: saved.version },
        saveState: { kind: 'saved' },
        ...(saved.outcome === 'conflict' && { conflictPath: sent.path }),
      };
    }),
  saveFailed: (path, problem) =>
    set(({ openNote }) => (openNote?.path === path ? { saveState: { kind: 'failed', problem } } : {})),
});

/** Is there text that the file does not hold yet? */
export const isUnsaved = (state: Pick<NotesSlice, 'openNote' | 'draft'>): boolean =>
  state.openNote !== null && state.draft !== state.openNote.body;
