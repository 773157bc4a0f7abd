import { notesFailure } from '#core/notes/problems.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { join } from 'node:path';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { ImportReport } from '#core/notes/noteExchange.ts';
import type { Files } from '../ports/files.ts';
import { lineOfAction } from '#core/notes/actionItems.ts';
import { withTick } from '#core/notes/checkbox.ts';
import { newNoteFile, noteFileText, parseNoteFile, withFields } from '#core/notes/noteFile.ts';
import {
  conflictName,
  freeName,
  isConflictName,
  noteFileName,
  unwrittenNote,
} from '#core/notes/noteTemplate.ts';
import type { Note, NotedAction, NoteSummary, SavedNote } from '#core/notes/note.ts';
import { createSignal, type Result, type Signal, success } from '#base';
import type { Findable } from '../search/noteSearch.ts';
import {
  decodeNote,
  findableOf,
  indexNotes,
  notePath,
  toNote,
  versionOf,
  type NoteIndex,
} from './noteFolder.ts';
import { importNotes } from './importNotes.ts';
import { allActions, noteBefore, wishesFor } from './newNote.ts';
import { templateNames, templateText } from './templates.ts';

/** The user's notes: Markdown files in a folder of theirs. No text is ever lost, ours or that of another program. */
export interface NoteLibrary extends AsyncDisposable {
  /** Latest meeting first. */
  list(): readonly NoteSummary[];
  /** The note for an occurrence; a template without a file where there is none yet. */
  openFor(key: OccurrenceKey): Promise<Result<Note>>;
  /** The unwritten note for an occurrence, from another template; the written one where there is one. */
  openWith(key: OccurrenceKey, template: string): Promise<Result<Note>>;
  /** Names of the templates. */
  templates(): Promise<readonly string[]>;
  /** The action items of all notes. */
  actions(): readonly NotedAction[];
  /** Ticks or clears an action item in its file. */
  tick(item: Pick<NotedAction, 'path' | 'line' | 'text'>, isDone: boolean): Promise<Result<null>>;
  read(path: string): Promise<Result<Note>>;
  /** Saves when the file is still the version that the note started from; else keeps both. */
  save(note: Note): Promise<Result<SavedNote>>;
  /** Copies the notes of another folder. @param source absolute path */
  importFrom(source: string): Promise<Result<ImportReport>>;
  /** What a search may find. */
  findables(): readonly Findable[];
  /** The text of a note, for searching; null where it cannot be read. */
  text(path: string): Promise<string | null>;
  folder(): string;
  /** The setting of the folder is another one. */
  moveTo(folder: string): Promise<void>;
  readonly changed: Signal<readonly NoteSummary[]>;
}

export interface NoteParts {
  readonly files: Files;
  readonly find: (key: OccurrenceKey) => Occurrence | null;
  readonly format: () => TimeFormat;
  /** Names of those who lead the community of an occurrence. */
  readonly leads: (occurrence: Occurrence) => readonly string[];
  readonly log: (line: string) => void;
}

const newestFirst = (a: NoteSummary, b: NoteSummary): number =>
  (b.start ?? '').localeCompare(a.start ?? '') || b.modified - a.modified;

const listOf = (index: NoteIndex): NoteSummary[] =>
  [...index.values()].map(({ summary }) => summary).sort(newestFirst);

/** Opens the folder, reads what is there and watches it. Disposing waits for what is being saved. */
export async function openNoteLibrary(firstFolder: string, parts: NoteParts): Promise<NoteLibrary> {
  const { files, find, format, leads, log } = parts;
  const changed = createSignal<readonly NoteSummary[]>();
  let folder = firstFolder;
  let index: NoteIndex = new Map();
  let watching: Disposable | undefined;
  // One thing after the other: two saves of one note must not both find the version they started from.
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  async function rescan(): Promise<void> {
    const before = index;
    try {
      index = await indexNotes(files, folder, before);
    } catch {
      log('the folder of notes could not be read');
      return;
    }
    // What did not change is the same object as before.
    const isSame =
      index.size === before.size && [...index].every(([path, note]) => before.get(path) === note);
    if (!isSame) changed.emit(listOf(index));
  }

  /** Where the folder is missing (its disk is not there) it is watched for, and what is written makes it. */
  function watch(): void {
    watching?.[Symbol.dispose]();
    watching = files.watch(folder, () => void inTurn(rescan));
  }

  const isTaken = (name: string): boolean => [...index.keys()].some((path) => path.toLowerCase() === name);

  async function read(path: string): Promise<Result<Note>> {
    const absolute = notePath(folder, path);
    if (!absolute.ok) return absolute;
    const bytes = await files.read(absolute.value).catch(() => undefined);
    if (bytes === undefined) return notesFailure('notes/unreadable');
    if (bytes === null) return notesFailure('notes/gone');
    const text = decodeNote(bytes);
    return text === null
      ? notesFailure('notes/notText')
      : success(toNote(path, parseNoteFile(text), versionOf(bytes)));
  }

  async function text(path: string): Promise<string | null> {
    const absolute = notePath(folder, path);
    const bytes = absolute.ok ? await files.read(absolute.value).catch(() => null) : null;
    const decoded = bytes === null ? null : decodeNote(bytes);
    return decoded === null ? null : parseNoteFile(decoded).body;
  }

  async function save(note: Note): Promise<Result<SavedNote>> {
    const absolute = notePath(folder, note.path);
    if (!absolute.ok) return absolute;
    const bytes = await files.read(absolute.value).catch(() => undefined);
    if (bytes === undefined) return notesFailure('notes/unreadable');
    const present = bytes === null ? null : { version: versionOf(bytes), text: decodeNote(bytes) };
    const text = textOf(note, present?.text ?? null);
    // A file that another program deleted is written again: its text is still on the screen, and wanted.
    if (present === null || present.version === note.version) return write(note.path, text, 'saved');
    if (present.text === text)
      return success({ path: note.path, version: present.version, outcome: 'saved' });
    // Two meetings of one name on one day, neither written when both were opened: the second gets a name of its own.
    const owner = present.text === null ? null : parseNoteFile(present.text).fields.occurrence;
    if (note.version === null && owner !== note.occurrenceKey)
      return write(freeName(note.path.replace(/\.md$/i, ''), isTaken), text, 'saved');
    return write(conflictName(note.path, isTaken), text, 'conflict');
  }

  async function write(
    path: string,
    text: string,
    outcome: SavedNote['outcome'],
  ): Promise<Result<SavedNote>> {
    try {
      await files.write(join(folder, ...path.split('/')), text);
    } catch {
      return notesFailure('notes/notSaved');
    }
    await rescan();
    return success({ path, version: versionOf(new TextEncoder().encode(text)), outcome });
  }

  async function tick(
    item: Pick<NotedAction, 'path' | 'line' | 'text'>,
    isDone: boolean,
  ): Promise<Result<null>> {
    const opened = await read(item.path);
    if (!opened.ok) return opened;
    const lines = opened.value.body.split('\n');
    const line = lineOfAction(opened.value.body, item);
    if (line === null) return notesFailure('notes/itemGone');
    const body = lines.with(line - 1, withTick(lines[line - 1] ?? '', isDone)).join('\n');
    const saved = await save({ ...opened.value, body });
    return saved.ok ? success(null) : saved;
  }

  async function openFor(key: OccurrenceKey, template: string | null): Promise<Result<Note>> {
    await rescan();
    const occurrence = find(key);
    // A meeting of several feeds is known under a key of each, and so may be its note.
    const keys = occurrence?.sources.map((source) => source.key) ?? [key];
    const written = listOf(index)
      .filter((summary) => summary.occurrenceKey !== null && keys.includes(summary.occurrenceKey))
      .sort(
        (a, b) =>
          Number(isConflictName(a.path)) - Number(isConflictName(b.path)) || a.path.localeCompare(b.path),
      );
    if (written[0]) return read(written[0].path);
    if (occurrence === null) return notesFailure('notes/unknownMeeting');
    const path = noteFileName(occurrence, format().zone, isTaken);
    const textOf = (name: string): Promise<string | null> => templateText(files, folder, name);
    const wishes = await wishesFor(occurrence, noteBefore(index, occurrence), template, textOf);
    return success(
      unwrittenNote(occurrence, path, { ...wishes, leads: leads(occurrence), format: format() }),
    );
  }

  watch();
  await rescan();
  return {
    list: () => listOf(index),
    openFor: (key) => inTurn(() => openFor(key, null)),
    openWith: (key, template) => inTurn(() => openFor(key, template)),
    templates: () => templateNames(files, folder),
    actions: () => allActions(index),
    tick: (item, isDone) => inTurn(() => tick(item, isDone)),
    read: (path) => inTurn(() => read(path)),
    save: (note) => inTurn(() => save(note)),
    importFrom: (source) =>
      inTurn(async () => {
        const report = await importNotes(files, source, folder);
        await rescan();
        return report;
      }),
    findables: () => [...index.values()].map(findableOf),
    text,
    folder: () => folder,
    moveTo: (next) =>
      inTurn(async () => {
        if (next === folder) return;
        folder = next;
        watch();
        await rescan();
      }),
    changed,
    [Symbol.asyncDispose]: async () => {
      watching?.[Symbol.dispose]();
      await queue;
    },
  };
}

/** The whole file for a note: what stands in front of the body stays as the present file has it. */
function textOf(note: Note, present: string | null): string {
  const { title, occurrenceKey, series, start, zone, agenda, minutes, recordings, template, body } = note;
  const fields = {
    title,
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
  // Whose title is its heading or its file name gets no front matter by being saved, nor does a note of before a series.
  const wanted = { ...fields, title: file.fields.title && title, series: file.fields.series && series };
  return noteFileText({ ...withFields(file, wanted), body });
}
