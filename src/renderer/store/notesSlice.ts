import type { StateCreator } from 'zustand';
import type { LateSave } from '#core/notes/lateSave.ts';
import type { Note, NoteSummary, SavedNote } from '#core/notes/note.ts';
import { changedList, type NoteListChange } from '#core/notes/noteListChange.ts';
import type { NoteOpening } from './noteOpening.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Problem } from '#base';

/** The state of the file compared with the text on the screen. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  /** The folder does not take it now; main keeps it and saves it later. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface NotesSlice {
  /** null until main has answered. */
  readonly notes: readonly NoteSummary[] | null;
  /** The note in the editor, as in the file: `body` and `version` belong together. */
  readonly openNote: Note | null;
  /** The text in the editor, but for what `typed` reads; who changes it begins with `readDraft`. */
  readonly draft: string;
  /**
   * Reads the text with what has been typed since; null if that is nothing. Copying a text at each key would take
   * longer than the key, and all that shows the draft would render with it.
   */
  readonly typed: (() => string) | null;
  readonly opening: NoteOpening;
  /** Another number for another note in the editor; the same if the open note only got another path. */
  readonly editorNumber: number;
  readonly saveState: SaveState;
  /**
   * Path of the other version after a conflict: the file had changed, so our text was saved as a new file, which is
   * open now. The other version is shown next to it until the user hides it.
   */
  readonly conflictPath: string | null;
  readonly conflictSettled: () => void;
  /** Shows another version next to the open note. */
  readonly conflictShown: (path: string) => void;
  /** Path of the transcript that is shown instead of the note; the note stays open behind it. */
  readonly openTranscript: string | null;
  /** What a search looked for in it; empty if it was not found by a search. */
  readonly transcriptWords: string;
  /** @param words of the search that found it */
  readonly transcriptShown: (path: string | null, words?: string) => void;
  readonly notesReceived: (notes: readonly NoteSummary[]) => void;
  readonly notesChanged: (change: NoteListChange) => void;
  /** Main saved text that it had kept. */
  readonly noteSavedLate: (late: LateSave) => void;
  /** @param opening omitted if the open note was only read again */
  readonly noteOpened: (note: Note, opening?: NoteOpening) => void;
  /** Shows another place of the open note. */
  readonly noteShown: (opening: NoteOpening) => void;
  /** The file of a note or transcript has another path. */
  readonly noteMoved: (move: { readonly from: string; readonly to: string }) => void;
  /** Closes the note, unless it is unsaved. */
  readonly noteClosed: () => void;
  /** Something other than the keyboard changed the text. */
  readonly draftChanged: (draft: string) => void;
  /** Called at each key. @param read the text with it; the same function does not render anything */
  readonly draftTyped: (read: () => string) => void;
  /** The text in the editor: takes what was typed into the draft. */
  readonly readDraft: () => string;
  readonly saveStarted: (path: string) => void;
  /** @param sent the text that was saved */
  readonly saveFinished: (sent: Note, saved: SavedNote) => void;
  readonly saveFailed: (path: string, problem: Problem) => void;
}

export const createNotesSlice: StateCreator<NotesSlice> = (set, get) => ({
  notes: null,
  openNote: null,
  draft: '',
  typed: null,
  opening: { isForWriting: false, place: { kind: 'left' } },
  editorNumber: 0,
  saveState: { kind: 'idle' },
  conflictPath: null,
  conflictSettled: () => set({ conflictPath: null }),
  conflictShown: (conflictPath) => set({ conflictPath }),
  openTranscript: null,
  transcriptWords: '',
  transcriptShown: (openTranscript, transcriptWords = '') => set({ openTranscript, transcriptWords }),
  notesReceived: (notes) => set({ notes }),
  notesChanged: (change) =>
    set(({ notes }) =>
      notes === null || (change.changed.length === 0 && change.removed.length === 0)
        ? {}
        : { notes: changedList(notes, change) },
    ),
  noteSavedLate: ({ path, occurrenceKey, body, saved }) =>
    set(({ openNote, draft }) => {
      // The file may have got a name meanwhile.
      const isPath = openNote?.path === path || openNote?.path === saved.path;
      if (!isPath || openNote.occurrenceKey !== occurrenceKey || openNote.body !== body) return {};
      return {
        openNote: { ...openNote, path: saved.path, version: saved.version },
        ...(draft === body && { saveState: { kind: 'saved' } }),
        ...(saved.outcome === 'conflict' && { conflictPath: path }),
      };
    }),
  noteOpened: (note, opening) =>
    set(({ openNote, openTranscript, conflictPath, editorNumber, saveState, opening: before }) => ({
      editorNumber: openNote?.path === note.path ? editorNumber : editorNumber + 1,
      opening: opening ?? before,
      conflictPath: openNote?.path === note.path ? conflictPath : null,
      openNote: note,
      draft: note.body,
      typed: null,
      saveState: opening === undefined ? saveState : { kind: 'idle' },
      // Reading the same note again does not show it.
      openTranscript: openNote?.path === note.path ? openTranscript : null,
    })),
  noteShown: (opening) => set({ opening }),
  noteMoved: ({ from, to }) =>
    set(({ openNote, conflictPath, openTranscript }) => ({
      ...(openTranscript === from && { openTranscript: to }),
      ...(openNote?.path === from && { openNote: { ...openNote, path: to } }),
      ...(conflictPath === from && { conflictPath: to }),
    })),
  noteClosed: () =>
    set((state) =>
      isUnsaved(state)
        ? {}
        : { openNote: null, draft: '', typed: null, saveState: { kind: 'idle' }, conflictPath: null },
    ),
  draftChanged: (draft) => set({ draft }),
  draftTyped: (read) => set((state) => (state.typed === read ? state : { typed: read })),
  readDraft: () => {
    set((state) => (state.typed === null ? state : { draft: state.typed(), typed: null }));
    return get().draft;
  },
  saveStarted: (path) =>
    set(({ openNote, saveState }) =>
      openNote?.path === path ? { saveState: { kind: 'saving' } } : { saveState },
    ),
  saveFinished: (sent, saved) =>
    set(({ openNote }) => {
      // The file may have been renamed meanwhile.
      if (openNote?.path !== sent.path && openNote?.path !== saved.path) return {};
      return {
        openNote: { ...sent, path: saved.path, version: saved.version },
        saveState: { kind: saved.outcome === 'kept' ? 'kept' : 'saved' },
        ...(saved.outcome === 'conflict' && { conflictPath: sent.path }),
      };
    }),
  saveFailed: (path, problem) =>
    set(({ openNote }) => (openNote?.path === path ? { saveState: { kind: 'failed', problem } } : {})),
});

/** True if the text is not in the file yet. */
export const isUnsaved = ({
  openNote,
  draft,
  typed,
}: Pick<NotesSlice, 'openNote' | 'draft' | 'typed'>): boolean =>
  openNote !== null && (typed !== null || draft !== openNote.body);

/** The keys of meetings with a note, of each list of notes. */
const noted = new WeakMap<readonly NoteSummary[], ReadonlySet<string>>();

function notedIn(notes: readonly NoteSummary[]): ReadonlySet<string> {
  const known = noted.get(notes);
  if (known !== undefined) return known;
  const keys = new Set(notes.flatMap(({ occurrenceKey }) => occurrenceKey ?? []));
  noted.set(notes, keys);
  return keys;
}

/** True if the user has a note about the meeting. */
export const hasNoteOf =
  ({ sources }: Pick<Occurrence, 'sources'>) =>
  ({ notes }: Pick<NotesSlice, 'notes'>): boolean =>
    notes !== null && sources.some(({ key }) => notedIn(notes).has(key));
