import { basename } from 'node:path';
import type { Note } from '#core/notes/note.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { withMinutesOnTop } from '#core/summary/minutes.ts';
import { success, type Result } from '#base';
import { decodeNote, LARGEST_BYTES } from '#core/notes/indexNote.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { Files } from '../ports/files.ts';

export interface MinutesParts {
  readonly files: Files;
  readonly desktop: Pick<Desktop, 'chooseMinutes'>;
}

/**
 * Asks for a file of minutes and adds the meeting of a note on top, in the file's own form. Its other lines stay.
 * @returns the absolute path of the file; null if cancelled
 */
export async function addToMinutes(
  { files, desktop }: MinutesParts,
  note: Note,
): Promise<Result<string | null>> {
  const path = await desktop.chooseMinutes();
  if (path === null) return success(null);
  const bytes = await files.read(path).catch(() => null);
  const text = bytes === null || bytes.length > LARGEST_BYTES ? null : decodeNote(bytes);
  if (text === null) return notesFailure('notes/minutesUnreadable', basename(path));
  const made = withMinutesOnTop(text, note, note.body);
  if (made === null) return notesFailure('notes/minutesThere', basename(path));
  try {
    await files.write(path, /\r\n/.test(text) ? made.replaceAll('\n', '\r\n') : made);
  } catch {
    return notesFailure('notes/minutesNotSaved', basename(path));
  }
  return success(path);
}
