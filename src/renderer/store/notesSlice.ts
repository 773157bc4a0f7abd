import type { StateCreator } from 'zustand';
import type { Note, NoteSummary, SavedNote } from '../../shared/notes/note.ts';
import type { Problem } from '../../shared/problem.ts';

/** How the text on the screen relates to the file. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  /** The file had changed elsewhere; our text went into a file of its own, which is the open one now. */
  | { readonly kind: 'conflict'; readonly otherPath: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface NotesSlice {
  /** null until main has answered. */
  readonly notes: readonly NoteSummary[] | null;
  /** The note in the editor, as the file is: `body` and `version` belong together. */
  readonly openNote: Note | null;
  /** What stands in the editor. */
  readonly draft: string;
  readonly saveState: SaveState;
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
  openTranscript: null,
  transcriptShown: (openTranscript) => set({ openTranscript }),
  notesReceived: (notes) => set({ notes }),
  noteOpened: (note) =>
    set(({ openNote, openTranscript }) => ({
      openNote: note,
      draft: note.body,
      saveState: { kind: 'idle' },
      // The same note read again is no wish to see it.
      openTranscript: openNote?.path === note.path ? openTranscript : null,
    })),
  noteClosed: () =>
    set((state) => (isUnsaved(state) ? {} : { openNote: null, draft: '', saveState: { kind: 'idle' } })),
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
        saveState:
          saved.outcome === 'conflict' ? { kind: 'conflict', otherPath: sent.path } : { kind: 'saved' },
      };
    }),
  saveFailed: (path, problem) =>
    set(({ openNote }) => (openNote?.path === path ? { saveState: { kind: 'failed', problem } } : {})),
});

/** Is there text that the file does not hold yet? */
export const isUnsaved = (state: Pick<NotesSlice, 'openNote' | 'draft'>): boolean =>
  state.openNote !== null && state.draft !== state.openNote.body;
