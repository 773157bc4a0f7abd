import type { IndexedNote } from '#core/notes/indexNote.ts';

/** What changed in a folder since the reader last looked. */
export interface FoundNotes {
  /** New or changed. */
  readonly changed: readonly IndexedNote[];
  /** Paths of notes that are gone. */
  readonly gone: readonly string[];
}

/**
 * Reads the notes of one folder, and remembers which it has read. It runs in a thread: ten thousand files take seconds.
 */
export interface NoteReader extends AsyncDisposable {
  /**
   * Looks through the whole folder. Resolves after all that is new was passed on, some hundred at a time; `gone` comes
   * last. Rejects if the folder cannot be listed; one that is missing is empty.
   * @param folder absolute; another one than before is read from the start
   */
  scan(folder: string, found: (notes: FoundNotes) => void): Promise<void>;
  /** Looks at some files only. @param paths in the folder */
  look(folder: string, paths: readonly string[]): Promise<FoundNotes>;
}
