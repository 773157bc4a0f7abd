import type { Note, SavedNote } from '#core/notes/note.ts';
import type { Result } from '#base';
import type { NoteLibrary } from './noteLibrary.ts';
import type { UnsavedNotes } from './unsavedNotes.ts';

/**
 * Holds unsaved text. A window that is closed or killed cannot send its text any more, so it sends each change here,
 * and this part saves it on quit, on sleep and when the window is hidden.
 */
export interface DraftKeeper extends AsyncDisposable {
  keep(note: Note): void;
  /** As the library's `save`; a kept draft of the note is then based on the saved version. */
  save(note: Note): Promise<Result<SavedNote>>;
  /** Saves all drafts. */
  flush(): Promise<void>;
}

/**
 * Disposing flushes.
 * @param unsaved receives notes that could not be saved, for the next start
 */
export function createDraftKeeper(library: Pick<NoteLibrary, 'save'>, unsaved: UnsavedNotes): DraftKeeper {
  const drafts = new Map<string, Note>();
  /** The last save of each note: a draft may have been sent before its window knew the new version. */
  const lastSaves = new Map<string, { readonly from: string | null; readonly saved: SavedNote }>();

  /** Notes whose last save failed. */
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
