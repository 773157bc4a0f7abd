import { notesProblem } from '#core/notes/problems.ts';
import { join } from 'node:path';
import { z } from 'zod';
import { errorText } from '#base';
import { note, type Note } from '#core/notes/note.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { NoteLibrary } from './noteLibrary.ts';

/**
 * A file in the app's data folder for notes that could not be saved, because the disk of their folder is full,
 * write-protected or unplugged. The next start saves them.
 */
export interface UnsavedNotes {
  /** Replaces the unsaved notes of this run. Never throws; logs if this file cannot be written either. */
  keep(notes: readonly Note[]): Promise<void>;
}

const stored = z.object({ version: z.literal(1), notes: z.array(note) });

/**
 * Opens the file and saves the notes of earlier runs, at once or as soon as their folder is writable. If a note changed
 * meanwhile, the rescued text goes into a note beside it, as with every save.
 */
export async function openUnsavedNotes(
  { files, environment, log }: Pick<Ports, 'files' | 'environment' | 'log'>,
  parts: {
    readonly library: Pick<NoteLibrary, 'save'>;
    readonly writer: Pick<DiskWriter, 'write'>;
    readonly problems: Problems;
  },
): Promise<UnsavedNotes> {
  const { library, writer, problems } = parts;
  const path = join(environment.userData, 'unsaved-notes.json');
  let earlier: readonly Note[] = [];
  let present: readonly Note[] = [];

  async function write(): Promise<void> {
    const notes = [...earlier, ...present];
    if (notes.length === 0) await files.remove(path);
    else await files.write(path, JSON.stringify({ version: 1, notes }));
  }

  async function read(): Promise<readonly Note[]> {
    const bytes = await files.read(path);
    if (bytes === null) return [];
    try {
      return stored.parse(JSON.parse(new TextDecoder().decode(bytes))).notes;
    } catch {
      problems.report(notesProblem('notes/rescueDamaged', await files.setAside(path)));
      return [];
    }
  }

  async function saveEarlier(): Promise<void> {
    const saved: string[] = [];
    for (const one of earlier) {
      const outcome = await library.save(one);
      if (!outcome.ok) throw new Error(outcome.problem.code);
      earlier = earlier.filter((other) => other !== one);
      saved.push(outcome.value.path);
    }
    problems.report(notesProblem('notes/rescued', saved));
    await write();
  }

  try {
    earlier = await read();
  } catch (error) {
    log(`unsaved notes could not be read: ${errorText(error)}`);
  }
  if (earlier.length > 0) await writer.write('unsavedNotes', 'your notes', saveEarlier);

  return {
    keep: async (notes) => {
      if (notes.length === 0 && present.length === 0) return;
      present = notes;
      await write().catch((error: unknown) => log(`unsaved notes could not be kept: ${errorText(error)}`));
    },
  };
}
