import { join } from 'node:path';
import { lineOfAction, withActionTicked } from '#core/notes/actionItems.ts';
import { decodeNote } from '#core/notes/indexNote.ts';
import type { Note, NotedAction, SavedNote } from '#core/notes/note.ts';
import { newNoteFile, noteFileText, parseNoteFile, withFields } from '#core/notes/noteFile.ts';
import { isProvisional } from '#core/notes/noteName.ts';
import { conflictNames, foldName, numberedNames } from '#core/notes/noteTemplate.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import type { IndexedFolder } from './indexedFolder.ts';
import { notePath, placeOfNote, versionOf } from './noteFolder.ts';
import { readNote } from './readNote.ts';
import { failureOf } from './saveFailure.ts';

/** Another program writes one file so often that it differs whenever we look. */
const MOST_TRIES = 20;

/** What a save knows of the attempts before it, and tells of its own. */
export interface SaveAttempts {
  /** Versions that earlier attempts may have written. A file with one of them is ours, wherever it is now. */
  readonly written: readonly string[];
  /** Is awaited before a file gets that version, so that somebody knows after a kill. */
  readonly willWrite: (version: string) => Promise<void>;
}

/** A save that nobody tried before, and that nobody will try again. */
export const ONLY_ATTEMPT: SaveAttempts = { written: [], willWrite: () => Promise.resolve() };

/**
 * Saves if the file still has the version that the note is based on; otherwise keeps both. Compares immediately before
 * the file is replaced, since another program may write it meanwhile; a new file never replaces one. Must not run twice
 * at once.
 */
export async function saveNote(
  files: Files,
  folder: IndexedFolder,
  note: Note,
  attempts: SaveAttempts,
): Promise<Result<SavedNote>> {
  const named = notePath(folder.path(), note.path);
  if (!named.ok) return named;
  const asked = await placeOfNote(files, folder.path(), note.path);
  if (!asked.ok) return asked;
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (!(await folder.isThere())) return notesFailure('notes/folderAway');
      const based = await afterAttempts(folder, note, attempts.written);
      const path = based === note ? await presentPath(files, folder, note, asked.value) : based.path;
      const saved = await tryToSave(files, folder, { ...based, path }, attempts.willWrite);
      if (saved === null) continue;
      await folder.refresh([saved.path]);
      return success(saved);
    }
    return notesFailure('notes/notSaved');
  } catch (error) {
    return notesFailure(failureOf(error));
  }
}

/** The note based on what an earlier attempt wrote, at its path or, named or as a conflict copy, at another. */
async function afterAttempts(folder: IndexedFolder, note: Note, written: readonly string[]): Promise<Note> {
  if (written.length === 0) return note;
  await folder.rescan();
  const isOurs = (path: string): boolean => written.includes(folder.index().get(path)?.version ?? '');
  const path = isOurs(note.path) ? note.path : [...folder.index().keys()].find(isOurs);
  return path === undefined ? note : { ...note, path, version: folder.index().get(path)?.version ?? null };
}

/** null if another program wrote the file meanwhile. Rejects if the disk refuses. */
async function tryToSave(
  files: Files,
  folder: IndexedFolder,
  note: Note,
  willWrite: SaveAttempts['willWrite'],
): Promise<SavedNote | null> {
  const absolute = join(folder.path(), ...note.path.split('/'));
  const bytes = await files.read(absolute);
  const present = bytes === null ? null : { version: versionOf(bytes), text: decodeNote(bytes) };
  const text = textOf(note, present?.text ?? null);
  const version = versionOf(new TextEncoder().encode(text));
  const create = async (
    names: Iterable<string>,
    outcome: SavedNote['outcome'],
  ): Promise<SavedNote | null> => {
    for (const path of names) {
      if (folder.isTaken(foldName(path))) continue;
      await willWrite(version);
      if (await files.create(join(folder.path(), ...path.split('/')), text))
        return { path, version, outcome };
    }
    return null;
  };
  // A file that another program deleted is written again, because its text is still in the editor.
  if (present === null) {
    // It may be its disk that went away.
    if (!(await folder.isThere())) return null;
    await willWrite(version);
    return (await files.create(absolute, text)) ? { path: note.path, version, outcome: 'saved' } : null;
  }
  if (present.text === text) return { path: note.path, version: present.version, outcome: 'saved' };
  if (present.version === note.version || folder.isSameBody(note.version, present.version)) {
    const isSame = async (): Promise<boolean> => {
      const now = await files.read(absolute);
      return now !== null && versionOf(now) === present.version;
    };
    await willWrite(version);
    const isWritten = await files.writeIf(absolute, text, isSame);
    return isWritten ? { path: note.path, version, outcome: 'saved' } : null;
  }
  return isOtherNote(note, present.text)
    ? create(numberedNames(stemOf(note.path)), 'saved')
    : create(conflictNames(note.path), 'conflict');
}

/** What is numbered: `2026-11-24 Note` of a name that the app made up with a number. */
const stemOf = (path: string): string => path.replace(isProvisional(path) ? /(?: \d+)?\.md$/ : /\.md$/i, '');

/**
 * Whether a new note found another one at its path, so that it gets another file name: of two meetings with one name on
 * one day, or of two notes that were named before either was listed.
 * @param text of the file there; null if it cannot be read as text
 */
function isOtherNote({ path, version, occurrenceKey }: Note, text: string | null): boolean {
  if (version !== null) return false;
  const owner = text === null ? null : parseNoteFile(text).fields.occurrence;
  return owner !== occurrenceKey || (occurrenceKey === null && isProvisional(path));
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
  const saved = await saveNote(files, folder, { ...opened.value, body }, ONLY_ATTEMPT);
  return saved.ok ? success(null) : saved;
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
