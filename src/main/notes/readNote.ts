import { decodeNote } from '#core/notes/indexNote.ts';
import type { Note } from '#core/notes/note.ts';
import { bodyOf, parseNoteFile } from '#core/notes/noteFile.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import { notePath, placeOfNote, toNote, versionOf } from './noteFolder.ts';

/** A note as the editor gets it. @param path in the folder */
export async function readNote(files: Files, folder: string, path: string): Promise<Result<Note>> {
  const absolute = await placeOfNote(files, folder, path);
  if (!absolute.ok) return absolute;
  const bytes = await files.read(absolute.value).catch(() => undefined);
  if (bytes === undefined) return notesFailure('notes/unreadable');
  if (bytes === null) return notesFailure('notes/gone');
  const text = decodeNote(bytes);
  return text === null
    ? notesFailure('notes/notText')
    : success(toNote(path, parseNoteFile(text), versionOf(bytes)));
}

/** The text of a note after its front matter; null if it cannot be read. @param path in the folder */
export async function readBody(files: Files, folder: string, path: string): Promise<string | null> {
  const absolute = notePath(folder, path);
  const bytes = absolute.ok ? await files.read(absolute.value).catch(() => null) : null;
  const decoded = bytes === null ? null : decodeNote(bytes);
  return decoded === null ? null : bodyOf(decoded);
}
