import type { OccurrenceKey } from '#core/keys.ts';
import { createActionList } from '#core/notes/actionList.ts';
import type { ImportReport } from '#core/notes/noteExchange.ts';
import type { Note, NotedAction, NotedDecision, NoteSummary, SavedNote } from '#core/notes/note.ts';
import type { NoteListChange } from '#core/notes/noteListChange.ts';
import { dirname, join } from 'node:path';
import { inTurns, success, type Result, type Signal } from '#base';
import type { Clock } from '../ports/clock.ts';
import type { NoteReader } from '../ports/noteReader.ts';
import type { Findable } from '../search/noteSearch.ts';
import { importNotes } from './importNotes.ts';
import { createIndexedFolder } from './indexedFolder.ts';
import { createNoteManager, type NoteManager } from './manageNotes.ts';
import type { MovedNote } from './movedNotes.ts';
import { decisionsOf } from './newNote.ts';
import { findableOf } from './noteFolder.ts';
import { openNoteOf, type OccurrenceParts } from './noteOfOccurrence.ts';
import { readBody, readNote } from './readNote.ts';
import { ONLY_ATTEMPT, saveNote, tickAction, type SaveAttempts } from './saveNote.ts';
import { createTaskQueue, type TaskQueue } from './taskQueue.ts';
import type { TrashCan } from './trashCan.ts';
import { templateNames } from './templates.ts';

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
  actions(): Promise<readonly NotedAction[]>;
  /** The decisions in the notes of these series, latest meeting first. @param series their keys */
  decisions(series: ReadonlySet<string>): readonly NotedDecision[];
  /** Ticks or clears an action item in its file. */
  tick(item: Pick<NotedAction, 'path' | 'line' | 'text'>, isDone: boolean): Promise<Result<null>>;
  read(path: string): Promise<Result<Note>>;
  /**
   * Saves if the file still has the version that the note is based on; otherwise keeps both.
   * @param attempts the earlier ones, which may have written it; none if left out
   */
  save(note: Note, attempts?: SaveAttempts): Promise<Result<SavedNote>>;
  /** Renames, moves, deletes, pins and attaches notes. */
  readonly manage: NoteManager;
  /** Copies the notes of another folder. @param source absolute path */
  importFrom(source: string): Promise<Result<ImportReport>>;
  /** Reads the folder again. */
  rescan(): Promise<void>;
  /** Resolves when the folder was read for the first time, or could not be. */
  readonly firstRead: Promise<void>;
  /** Whether the list is complete: the whole folder was read since the start, or since it was chosen. */
  isListed(): boolean;
  /** Whether the folder is missing, or its disk is. */
  isAway(): boolean;
  readonly awayChanged: Signal<void>;
  /** The watch saw changes in the folder. Names are those in it; null if unknown. */
  readonly seen: Signal<readonly string[] | null>;
  /** The notes for the search index. */
  findables(): readonly Findable[];
  /** The text of a note, for the search index; null if it cannot be read. */
  text(path: string): Promise<string | null>;
  folder(): string;
  /** Switches to another folder. */
  moveTo(folder: string): Promise<void>;
  readonly changed: Signal<NoteListChange>;
  /** A note has another path. */
  readonly moved: Signal<MovedNote>;
}

export interface NoteParts extends OccurrenceParts {
  readonly noteReader: NoteReader;
  readonly trashCan: TrashCan;
  readonly clock: Pick<Clock, 'turn'>;
  readonly log: (line: string) => void;
}

/** Opens the folder, starts to read its notes and watches it. Disposing waits for pending saves. */
export async function openNoteLibrary(firstFolder: string, parts: NoteParts): Promise<NoteLibrary> {
  const folder = createIndexedFolder(firstFolder, { ...parts, reader: parts.noteReader });
  const files = parts.files.within(() => folder.path());
  // Sequential, because two saves of one note must not both find the version they are based on.
  const queue = createTaskQueue();

  /** Looks at the folder first: the note may be new to us. */
  async function openNote(key: OccurrenceKey, template: string | null): Promise<Result<Note>> {
    await folder.rescan();
    return queue.run(() => openNoteOf(key, template, folder, parts));
  }

  async function sweep(): Promise<void> {
    const folders = new Set([...folder.index().keys()].map((path) => dirname(path)));
    for (const one of new Set(['.', 'Transcripts', 'Templates', ...folders]))
      await files.sweep(join(folder.path(), one));
  }

  async function start(): Promise<void> {
    folder.watch();
    await folder.rescan();
    await sweep();
  }

  const actionsIn = createActionList();
  const lists = createTaskQueue();
  const manager = createNoteManager({ ...parts, files, folder });

  /** A note that the app named is named by its words, once its first line is written. */
  async function save(note: Note, attempts = ONLY_ATTEMPT): Promise<Result<SavedNote>> {
    const saved = await saveNote(files, folder, note, attempts);
    if (!saved.ok || note.occurrenceKey !== null) return saved;
    const named = await manager.nameByWords(saved.value.path, false);
    return named.ok ? success({ ...saved.value, path: named.value }) : saved;
  }

  async function importFrom(source: string): Promise<Result<ImportReport>> {
    const report = await importNotes(files, source, folder.path());
    await folder.rescan();
    return report;
  }

  async function moveTo(next: string): Promise<void> {
    if (next === folder.path()) return;
    folder.switchTo(next);
    await start();
  }

  // Whether it is there is known at once; thousands of notes take their time.
  await folder.isThere();
  const firstRead = start();
  return {
    list: () => folder.summaries(),
    openFor: (key) => openNote(key, null),
    openWith: openNote,
    templates: () => templateNames(files, folder.path()),
    actions: () => lists.run(() => inTurns(actionsIn(folder.index()), () => parts.clock.turn())),
    decisions: (series) => decisionsOf(folder.index(), series),
    tick: (item, isDone) => queue.run(() => tickAction(files, folder, item, isDone)),
    read: (path) => queue.run(() => readNote(files, folder.path(), path)),
    save: (note, attempts) => queue.run(() => save(note, attempts)),
    manage: oneByOne(manager, queue),
    importFrom: (source) => queue.run(() => importFrom(source)),
    findables: () => [...folder.index().values()].map(findableOf),
    text: (path) => readBody(files, folder.path(), path),
    rescan: () => folder.rescan(),
    firstRead,
    isListed: () => folder.isListed(),
    isAway: () => folder.isAway(),
    awayChanged: folder.awayChanged,
    seen: folder.seen,
    folder: () => folder.path(),
    moveTo: (next) => queue.run(() => moveTo(next)),
    changed: folder.changed,
    moved: folder.moved,
    [Symbol.asyncDispose]: async () => {
      folder.stopWatching();
      await queue.settled();
    },
  };
}

/** The manager, whose changes wait for the tasks before them. */
const oneByOne = (manager: NoteManager, queue: TaskQueue): NoteManager => ({
  rename: (path, title, wanted) => queue.run(() => manager.rename(path, title, wanted)),
  move: (moves) => queue.run(() => manager.move(moves)),
  trash: (paths) => queue.run(() => manager.trash(paths)),
  restore: (number) => queue.run(() => manager.restore(number)),
  pin: (paths, isPinned) => queue.run(() => manager.pin(paths, isPinned)),
  attach: (path, key) => queue.run(() => manager.attach(path, key)),
  reattach: (path, meeting) => queue.run(() => manager.reattach(path, meeting)),
  nameByWords: (path, isLeft) => queue.run(() => manager.nameByWords(path, isLeft)),
  linksTo: (path) => manager.linksTo(path),
});
