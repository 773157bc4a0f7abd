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
import { allActions, noteBefore, contentOfNewNote } from './newNote.ts';
import { templateNames, templateText } from './templates.ts';

/** The user's notes: Markdown files in their folder. Never loses text, whether of the app or of another program. */
export interface NoteLibrary extends AsyncDisposable {
  /** Latest meeting first. */
  list(): readonly NoteSummary[];
  /** The note of an occurrence; an unwritten one from a template if there is none. */
  openFor(key: OccurrenceKey): Promise<Result<Note>>;
  /** The unwritten note of an occurrence from another template; the written note if there is one. */
  openWith(key: OccurrenceKey, template: string): Promise<Result<Note>>;
  /** Names of the templates. */
  templates(): Promise<readonly string[]>;
  /** The action items of all notes. */
  actions(): readonly NotedAction[];
  /** Ticks or clears an action item in its file. */
  tick(item: Pick<NotedAction, 'path' | 'line' | 'text'>, isDone: boolean): Promise<Result<null>>;
  read(path: string): Promise<Result<Note>>;
  /** Saves if the file still has the version that the note is based on; otherwise keeps both. */
  save(note: Note): Promise<Result<SavedNote>>;
  /** Copies the notes of another folder. @param source absolute path */
  importFrom(source: string): Promise<Result<ImportReport>>;
  /** The notes for the search index. */
  findables(): readonly Findable[];
  /** The text of a note, for the search index; null if it cannot be read. */
  text(path: string): Promise<string | null>;
  folder(): string;
  /** Switches to another folder. */
  moveTo(folder: string): Promise<void>;
  readonly changed: Signal<readonly NoteSummary[]>;
}

export interface NoteParts {
  readonly files: Files;
  readonly find: (key: OccurrenceKey) => Occurrence | null;
  readonly format: () => TimeFormat;
  /** Names of the leads of an occurrence's community. */
  readonly leads: (occurrence: Occurrence) => readonly string[];
  readonly log: (line: string) => void;
}

const newestFirst = (a: NoteSummary, b: NoteSummary): number =>
  (b.start ?? '').localeCompare(a.start ?? '') || b.modified - a.modified;

const listOf = (index: NoteIndex): NoteSummary[] =>
  [...index.values()].map(({ summary }) => summary).sort(newestFirst);

/** Opens the folder, reads its notes and watches it. Disposing waits for pending saves. */
export async function openNoteLibrary(firstFolder: string, parts: NoteParts): Promise<NoteLibrary> {
  const { files, find, format, leads, log } = parts;
  const changed = createSignal<readonly NoteSummary[]>();
  let folder = firstFolder;
  let index: NoteIndex = new Map();
  let watching: Disposable | undefined;
  // Sequential, because two saves of one note must not both find the version they are based on.
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
    // Unchanged notes are the same objects as before.
    const isSame =
      index.size === before.size && [...index].every(([path, note]) => before.get(path) === note);
    if (!isSame) changed.emit(listOf(index));
  }

  /** A missing folder, for example of an unplugged disk, is watched too; saving creates it. */
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
    // A file that another program deleted is written again, because its text is still in the editor.
    if (present === null || present.version === note.version) return write(note.path, text, 'saved');
    if (present.text === text)
      return success({ path: note.path, version: present.version, outcome: 'saved' });
    // Two meetings of one name on one day, both opened before either was saved: the second gets another file name.
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
    // A meeting of several feeds has a key in each of them, and its note may have any of these.
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
    const wishes = await contentOfNewNote(occurrence, noteBefore(index, occurrence), template, textOf);
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

/** The file of a note; keeps the front matter of the present file. */
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
  // Do not add title or series to the front matter of files that have none.
  const wanted = { ...fields, title: file.fields.title && title, series: file.fields.series && series };
  return noteFileText({ ...withFields(file, wanted), body });
}
