import type { Note, SavedNote } from '#core/notes/note.ts';
import type { Result } from '#base';
import type { NoteLibrary } from './noteLibrary.ts';
import type { UnsavedNotes } from './unsavedNotes.ts';

/**
 * Holds what was typed and not saved yet. A window that is closed or killed cannot be asked for its last words,
 * so it sends each change here, and here they are written when it can send no more.
 */
export interface DraftKeeper extends AsyncDisposable {
  keep(note: Note): void;
  /** As the library's; what is kept of the same note then starts from the saved version. */
  save(note: Note): Promise<Result<SavedNote>>;
  /** Writes all that is kept. */
  flush(): Promise<void>;
}

/**
 * Disposing flushes.
 * @param unsaved gets what could not be saved, for the next start
 */
export function createDraftKeeper(library: Pick<NoteLibrary, 'save'>, unsaved: UnsavedNotes): DraftKeeper {
  const drafts = new Map<string, Note>();
  /** The last save of each note: a draft may have been sent before its window heard of the new version. */
  const lastSaves = new Map<string, { readonly from: string | null; readonly saved: SavedNote }>();

  /** Whose last save failed. */
  const failed = new Map<string, Note>();

  function upToDate(note: Note): Note {
    const last = lastSaves.get(note.path);
    return last?.from === note.version
      ? { ...note, path: last.saved.path, version: last.saved.version }
      : note;
  }

  function keep(note: Note): void {
    drafts.set(note.path, note);
  }

  async function save(note: Note): Promise<Result<SavedNote>> {
    const outcome = await library.save(note);
    if (outcome.ok) {
      failed.delete(note.path);
      lastSaves.set(note.path, { from: note.version, saved: outcome.value });
      if (drafts.get(note.path)?.body === note.body) drafts.delete(note.path);
    } else failed.set(note.path, note);
    await unsaved.keep([...failed.values()]);
    return outcome;
  }

  async function flush(): Promise<void> {
    for (const draft of drafts.values()) await save(upToDate(draft));
  }

  return { keep, save, flush, [Symbol.asyncDispose]: flush };
}
