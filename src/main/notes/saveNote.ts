import { join } from 'node:path';
import { lineOfAction, withActionTicked } from '#core/notes/actionItems.ts';
import type { Note, NotedAction, SavedNote } from '#core/notes/note.ts';
import { newNoteFile, noteFileText, parseNoteFile, withFields } from '#core/notes/noteFile.ts';
import { isProvisional } from '#core/notes/noteName.ts';
import { conflictName, freeName } from '#core/notes/noteTemplate.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import type { IndexedFolder } from './indexedFolder.ts';
import { decodeNote, notePath, versionOf } from './noteFolder.ts';
import { readNote } from './readNote.ts';

/** Saves if the file still has the version that the note is based on; otherwise keeps both. Must not run twice at once. */
export async function saveNote(files: Files, folder: IndexedFolder, sent: Note): Promise<Result<SavedNote>> {
  const asked = notePath(folder.path(), sent.path);
  if (!asked.ok) return asked;
  const note = { ...sent, path: await presentPath(files, folder, sent, asked.value) };
  const absolute = join(folder.path(), ...note.path.split('/'));
  const bytes = await files.read(absolute).catch(() => undefined);
  if (bytes === undefined) return notesFailure('notes/unreadable');
  const present = bytes === null ? null : { version: versionOf(bytes), text: decodeNote(bytes) };
  const text = textOf(note, present?.text ?? null);
  const write = (path: string, outcome: SavedNote['outcome']): Promise<Result<SavedNote>> =>
    writeNote(files, folder, { path, text, outcome });
  // A file that another program deleted is written again, because its text is still in the editor.
  if (
    present === null ||
    present.version === note.version ||
    folder.isSameBody(note.version, present.version)
  )
    return write(note.path, 'saved');
  if (present.text === text) return success({ path: note.path, version: present.version, outcome: 'saved' });
  // Two meetings of one name on one day, both opened before either was saved: the second gets another file name.
  const owner = present.text === null ? null : parseNoteFile(present.text).fields.occurrence;
  if (note.version === null && owner !== note.occurrenceKey)
    return write(freeName(note.path.replace(/\.md$/i, ''), folder.isTaken), 'saved');
  return write(conflictName(note.path, folder.isTaken), 'conflict');
}

/** Where the note is now: another program may have renamed or moved its file. @param absolute path of the note that was sent */
async function presentPath(
  files: Files,
  folder: IndexedFolder,
  { path, version }: Note,
  absolute: string,
): Promise<string> {
  if (version === null || (await files.read(absolute).catch(() => undefined)) !== null) return path;
  await folder.rescan();
  return folder.presentPath(path);
}

/** Ticks or clears an action item in its file. Must not run while a note is saved. */
export async function tickAction(
  files: Files,
  folder: IndexedFolder,
  item: Pick<NotedAction, 'path' | 'line' | 'text'>,
  isDone: boolean,
): Promise<Result<null>> {
  const opened = await readNote(files, folder.path(), item.path);
  if (!opened.ok) return opened;
  const lines = opened.value.body.split('\n');
  const line = lineOfAction(opened.value.body, item);
  if (line === null) return notesFailure('notes/itemGone');
  const body = lines.with(line - 1, withActionTicked(lines[line - 1] ?? '', isDone)).join('\n');
  const saved = await saveNote(files, folder, { ...opened.value, body });
  return saved.ok ? success(null) : saved;
}

async function writeNote(
  files: Files,
  folder: IndexedFolder,
  { path, text, outcome }: { readonly text: string } & Pick<SavedNote, 'path' | 'outcome'>,
): Promise<Result<SavedNote>> {
  try {
    await files.write(join(folder.path(), ...path.split('/')), text);
  } catch {
    return notesFailure('notes/notSaved');
  }
  await folder.rescan();
  return success({ path, version: versionOf(new TextEncoder().encode(text)), outcome });
}

/** The file of a note; keeps the front matter of the present file. */
function textOf(note: Note, present: string | null): string {
  const { title, occurrenceKey, series, start, zone, agenda, minutes, recordings, template, body } = note;
  // A note without a meeting is called by its words until it has a name.
  const isUnnamed = occurrenceKey === null && isProvisional(note.path);
  const fields = {
    title: isUnnamed ? null : title,
    occurrence: occurrenceKey,
    series,
    start,
    zone,
    agenda,
    minutes,
    recordings,
    template,
  };
  if (present === null) return noteFileText(newNoteFile(fields, body));
  const file = parseNoteFile(present);
  // Do not add title or series to the front matter of files that have none.
  const wanted = { ...fields, title: file.fields.title && title, series: file.fields.series && series };
  return noteFileText({ ...withFields(file, wanted), body });
}
