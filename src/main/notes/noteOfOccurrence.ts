import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import type { Note, NoteSummary } from '#core/notes/note.ts';
import { isConflictName } from '#core/notes/conflictCopy.ts';
import { noteFileName, unwrittenNote } from '#core/notes/noteTemplate.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import type { IndexedFolder } from './indexedFolder.ts';
import { contentOfNewNote, noteBefore } from './newNote.ts';
import { readNote } from './readNote.ts';
import { templateText } from './templates.ts';

/** What the note of an occurrence needs besides the folder. */
export interface OccurrenceParts {
  readonly files: Files;
  readonly find: (key: OccurrenceKey) => Promise<Occurrence | null>;
  readonly format: () => TimeFormat;
  /** Names of the leads of an occurrence's community. */
  readonly leads: (occurrence: Occurrence) => readonly string[];
}

/**
 * The note of an occurrence: the written one, otherwise an unwritten one. The folder was read just before.
 * @param template name for the unwritten one; null for the usual template
 */
export async function openNoteOf(
  key: OccurrenceKey,
  template: string | null,
  folder: IndexedFolder,
  { files, find, format, leads }: OccurrenceParts,
): Promise<Result<Note>> {
  const occurrence = await find(key);
  // A meeting of several feeds has a key in each of them, and its note may have any of these.
  const keys = occurrence?.sources.map((source) => source.key) ?? [key];
  const written = writtenNoteOf(keys, folder.summaries());
  if (written) return readNote(files, folder.path(), written.path);
  if (occurrence === null) return notesFailure('notes/unknownMeeting');
  const path = noteFileName(occurrence, format().zone, folder.isTaken);
  const textOf = (name: string): Promise<string | null> => templateText(files, folder.path(), name);
  const before = noteBefore(folder.index(), occurrence);
  const content = await contentOfNewNote(occurrence, before, template, textOf);
  return success(unwrittenNote(occurrence, path, { ...content, leads: leads(occurrence), format: format() }));
}

/** The note with one of these keys; a copy that a conflict left only if there is no other. */
function writtenNoteOf(
  keys: readonly OccurrenceKey[],
  summaries: readonly NoteSummary[],
): NoteSummary | undefined {
  const [first] = summaries
    .filter((summary) => summary.occurrenceKey !== null && keys.includes(summary.occurrenceKey))
    .sort(
      (a, b) =>
        Number(isConflictName(a.path)) - Number(isConflictName(b.path)) || a.path.localeCompare(b.path),
    );
  return first;
}
