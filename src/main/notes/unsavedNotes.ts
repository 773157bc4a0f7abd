import { notesProblem } from '#core/notes/problems.ts';
import { join } from 'node:path';
import { z } from 'zod';
import { errorText } from '#base';
import { note, type Note } from '#core/notes/note.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';

/** A file in the app's data folder for notes that are not in their own folder yet. A start after a kill finds it. */
export interface UnsavedNotes {
  /** The notes of earlier runs. */
  readonly earlier: readonly Note[];
  /** Replaces the stored notes. @returns whether they are on the disk */
  store(notes: readonly Note[]): Promise<boolean>;
}

const stored = z.object({ version: z.literal(1), notes: z.array(note) });

/** Reads the file. A damaged one is set aside and reported; one that cannot be read is never replaced. */
export async function openUnsavedNotes(
  { files, environment, log }: Pick<Ports, 'files' | 'environment' | 'log'>,
  problems: Problems,
): Promise<UnsavedNotes> {
  const path = join(environment.userData, 'unsaved-notes.json');
  let earlier: readonly Note[] = [];
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

  async function write(notes: readonly Note[]): Promise<boolean> {
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
    store: (notes) => {
      const written = last.then(() => write(notes));
      last = written;
      return written;
    },
  };
}

function parse(bytes: Uint8Array): readonly Note[] | null {
  try {
    return stored.parse(JSON.parse(new TextDecoder().decode(bytes))).notes;
  } catch {
    return null;
  }
}
