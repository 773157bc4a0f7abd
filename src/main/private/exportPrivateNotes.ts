import { join } from 'node:path';
import { notesFailure } from '#core/notes/problems.ts';
import { SHORTEST_PASSPHRASE } from '#core/notes/privateNote.ts';
import { privateNotesText } from '#core/notes/privateNotesText.ts';
import { success, type Result } from '#base';
import type { Ports } from '../ports/ports.ts';
import type { PrivateVault } from './privateVault.ts';

/**
 * Asks where to write all private notes, and writes them as Markdown in an age file.
 * @returns its path; null if cancelled
 */
export async function exportPrivateNotes(
  { ageFiles, files, desktop, environment }: Pick<Ports, 'ageFiles' | 'files' | 'desktop' | 'environment'>,
  vault: Pick<PrivateVault, 'all'>,
  passphrase: string,
): Promise<Result<string | null>> {
  // Before the dialog: the notes may be locked while it is open.
  const notes = vault.all();
  if (notes === null) return notesFailure('private/locked');
  if (passphrase.length < SHORTEST_PASSPHRASE)
    return notesFailure('private/shortPassphrase', SHORTEST_PASSPHRASE);
  const path = await desktop.chooseTarget({
    kind: 'encrypted age file',
    extension: 'age',
    suggestion: join(environment.documents, 'Private notes.md.age'),
  });
  if (path === null) return success(null);
  try {
    await files.write(path, await ageFiles.encrypt(privateNotesText(notes), passphrase));
  } catch {
    return notesFailure('private/notExported');
  }
  return success(path);
}
