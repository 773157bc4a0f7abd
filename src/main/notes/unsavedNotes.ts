import { notesProblem } from '#core/notes/problems.ts';
import { join } from 'node:path';
import { z } from 'zod';
import { errorText } from '#base';
import { note, type Note, type SavedNote } from '#core/notes/note.ts';
import type { Environment } from '../ports/environment.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';

/** A note that is not in its folder yet. */
export interface StoredDraft {
  readonly note: Note;
  /** Versions of its file that the app may have written since it was based on one: a kill does not tell how far it came. */
  readonly written: readonly string[];
}

/** What became of a note of an earlier run. */
export interface Rescue {
  readonly note: Note;
  readonly saved: SavedNote;
  /** Whether its text was in the folder already: the app was killed after it wrote it. */
  readonly wasThere: boolean;
}

/** A file in the app's data folder for notes that are not in their own folder yet. A start after a kill finds it. */
export interface UnsavedNotes {
  /** The notes of earlier runs. */
  readonly earlier: readonly StoredDraft[];
  /** Replaces the stored notes. @returns whether they are on the disk */
  store(drafts: readonly StoredDraft[]): Promise<boolean>;
}

/** The files of earlier releases have no `written`. */
const storedNote = note.extend({ written: z.array(z.string()).default([]) });
const stored = z.object({ version: z.literal(1), notes: z.array(storedNote) });

/** Reads the file. A damaged one is set aside and reported; one that cannot be read is never replaced. */
export async function openUnsavedNotes(
  {
    files,
    environment,
    log,
  }: Pick<Ports, 'files' | 'log'> & { readonly environment: Pick<Environment, 'userData'> },
  problems: Problems,
): Promise<UnsavedNotes> {
  const path = join(environment.userData, 'unsaved-notes.json');
  let earlier: readonly StoredDraft[] = [];
  let isReadable = true;
  let isThere = false;
  try {
    const bytes = await files.read(path);
    isThere = bytes !== null;
    const parsed = bytes === null ? null : parse(bytes);
    if (parsed !== null) earlier = parsed;
    else if (bytes !== null) problems.report(notesProblem('notes/rescueDamaged', await files.setAside(path)));
  } catch (error) {
    isReadable = false;
    log(`unsaved notes could not be read: ${errorText(error)}`);
  }

  async function write(drafts: readonly StoredDraft[]): Promise<boolean> {
    const notes = drafts.map((draft) => ({ ...draft.note, written: draft.written }));
    try {
      if (!isReadable) throw new Error('The file of an earlier run may hold notes');
      if (notes.length > 0) await files.write(path, JSON.stringify({ version: 1, notes }));
      else if (isThere) await files.remove(path);
      isThere = notes.length > 0;
      return true;
    } catch (error) {
      log(`unsaved notes could not be kept: ${errorText(error)}`);
      return false;
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    earlier,
    store: (drafts) => {
      const written = last.then(() => write(drafts));
      last = written;
      return written;
    },
  };
}

function parse(bytes: Uint8Array): readonly StoredDraft[] | null {
  try {
    const { notes } = stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return notes.map(({ written, ...draft }) => ({ note: draft, written }));
  } catch {
    return null;
  }
}
