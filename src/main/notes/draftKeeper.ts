import type { OccurrenceKey } from '#core/keys.ts';
import type { Note, SavedNote } from '#core/notes/note.ts';
import type { LateSave } from '#core/notes/lateSave.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { createSignal, SECOND, success, type Instant, type Result, type Signal } from '#base';
import type { Clock } from '../ports/clock.ts';
import { inTime } from './inTime.ts';
import type { NoteLibrary } from './noteLibrary.ts';
import type { SaveAttempts } from './saveNote.ts';
import { isTemporary, type SaveFailure } from './saveFailure.ts';
import type { Rescue, StoredDraft, UnsavedNotes } from './unsavedNotes.ts';

/** Notes that are not in their folder, because it failed or does not answer. */
export interface Unsaved {
  readonly count: number;
  readonly why: SaveFailure | 'notes/slow';
  /** When the first save failed. */
  readonly since: Instant;
  /** They are in the app's data folder; otherwise only in memory. */
  readonly isStored: boolean;
}

/**
 * Holds text until it is in the notes folder. A window that is closed or killed cannot send its text any more, so it
 * sends each change here. What the folder does not take is kept in the app's data folder, and tried again until it does.
 */
export interface DraftKeeper extends AsyncDisposable {
  keep(note: Note): void;
  /**
   * As the library's `save`, but text that cannot be saved now is `kept`: nothing is lost when its window opens another
   * note, and `savedLate` tells when it is in the folder.
   */
  save(note: Note): Promise<Result<SavedNote>>;
  /** The note with the text that is not in the folder yet; null if it has none. */
  draftAt(path: string): Note | null;
  draftOf(key: OccurrenceKey): Note | null;
  /** Whether all text is in the folder. */
  isEmpty(): boolean;
  /** Kept notes that have no file yet. */
  unwritten(): readonly Note[];
  /** null while everything is saved, apart from what is being typed. */
  unsaved(): Unsaved | null;
  /** Tries to save all drafts; resolves when they are saved, have failed, or the folder does not answer. */
  flush(): Promise<void>;
  readonly savedLate: Signal<LateSave>;
  /** The note of an earlier run is in its folder. */
  readonly rescued: Signal<Rescue>;
  /** What `unsaved` returns has changed. */
  readonly changed: Signal<void>;
}

interface Draft extends StoredDraft {
  /** Set once a save failed or was too slow. */
  readonly why: Unsaved['why'] | null;
  /** It is to be saved now; otherwise its window will ask, or the next retry. */
  readonly isDue: boolean;
  /** The saves that end once this text is in the folder, or is refused. */
  readonly waiting: readonly ((outcome: Result<SavedNote>) => void)[];
}

export interface KeeperParts {
  readonly library: Pick<NoteLibrary, 'save'>;
  readonly clock: Clock;
  readonly file: UnsavedNotes;
}

/** A save that takes longer is called slow: a network disk that does not answer may take minutes. */
const SLOW_MS = 3 * SECOND;
/** Text that is typed and not saved after this time is stored: a busy computer or a slow folder takes longer than the window. */
const STORE_MS = 0.8 * SECOND;
/** Attempts of which the versions are kept, of one note. */
const MOST_ATTEMPTS = 20;
const FIRST_RETRY_MS = 2 * SECOND;
const LAST_RETRY_MS = 30 * SECOND;

/**
 * An unwritten note has no file yet, and others may get the same path: of another meeting, or after it was named. Its
 * own path changes while its first save names it.
 */
const idOf = ({ path, version, occurrenceKey, unwrittenId }: Note): string => {
  if (version !== null) return path;
  return unwrittenId === undefined ? `${path}\n${occurrenceKey}` : `new\n${unwrittenId}`;
};

/** Disposing flushes; what is left is stored for the next start. The notes of earlier runs are saved at once. */
export function createDraftKeeper({ library, clock, file }: KeeperParts): DraftKeeper {
  const drafts = new Map<string, Draft>(
    file.earlier.map((draft) => [
      idOf(draft.note),
      { ...draft, why: 'notes/notSaved', isDue: true, waiting: [] },
    ]),
  );
  /** The last save of each note: a draft may have been sent before its window knew the new version. */
  const lastSaves = new Map<string, { readonly from: string | null; readonly saved: SavedNote }>();
  const savedLate = createSignal<LateSave>();
  const rescued = createSignal<Rescue>();
  const toRescue = new Set(drafts.keys());
  const changed = createSignal();
  let since: Instant | null = drafts.size === 0 ? null : clock.now();
  let isStored = drafts.size > 0;
  /** The file has notes, or will once it is written: what is saved must not be rescued by the next start. */
  let mayBeStored = drafts.size > 0;
  let pumping: Promise<void> | null = null;
  let storing: Disposable | undefined;
  let retrying: Disposable | undefined;
  let retryMs = FIRST_RETRY_MS;

  const failed = (): Draft[] => [...drafts.values()].filter(({ why }) => why !== null);

  /** The note based on its last save: by its first save a note gets a version, by a conflict another path. */
  function upToDate(note: Note): Note {
    const last = lastSaves.get(idOf(note));
    if (last?.from !== note.version || last.saved.version === note.version) return note;
    return upToDate({ ...note, path: last.saved.path, version: last.saved.version });
  }

  /** Replaces the draft of a note. @param waiting the save that it is due for; none if its window will ask */
  function put(given: Note, waiting: Draft['waiting']): void {
    const note = upToDate(given);
    const { written = [], why = null, waiting: others = [] } = drafts.get(idOf(note)) ?? {};
    const isDue = waiting.length > 0;
    drafts.set(idOf(note), { note, written, why, isDue, waiting: [...others, ...waiting] });
  }

  async function store(): Promise<void> {
    storing?.[Symbol.dispose]();
    storing = undefined;
    const all = [...drafts.values()];
    mayBeStored = all.length > 0;
    isStored = (await file.store(all.map(({ note, written }) => ({ note, written })))) && all.length > 0;
  }

  /** After a kill the next start must know the version of a draft that it finds. */
  async function willWrite(id: string, version: string): Promise<void> {
    const draft = drafts.get(id);
    if (draft === undefined) return;
    const written = [...draft.written.filter((one) => one !== version), version].slice(-MOST_ATTEMPTS);
    drafts.set(id, { ...draft, written });
    if (mayBeStored) await store();
  }

  function announce(): void {
    if (failed().length === 0) since = null;
    else since ??= clock.now();
    changed.emit();
  }

  /** @param outcome for the saves that wait; null if it is not known yet */
  async function fail(id: string, why: Unsaved['why'], outcome: Result<SavedNote> | null): Promise<void> {
    const draft = drafts.get(id);
    if (draft === undefined) return;
    const waiting = outcome === null ? draft.waiting : [];
    drafts.set(id, { ...draft, why, isDue: false, waiting });
    await store();
    announce();
    if (outcome !== null) for (const end of draft.waiting) end(outcome);
    if (retrying !== undefined) return;
    retrying = clock.after(retryMs, () => {
      retrying = undefined;
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
      void flush();
    });
  }

  /** Text that is typed from now on is not older than this moment. */
  function storeLater(): void {
    storing ??= clock.after(STORE_MS, () => {
      storing = undefined;
      if (drafts.size > 0) void store();
    });
  }

  /** @param wasThere nothing had to be written */
  async function succeed(
    id: string,
    { note: sent, waiting: ended }: Draft,
    saved: SavedNote,
    wasThere: boolean,
  ) {
    lastSaves.set(id, { from: sent.version, saved });
    const draft = drafts.get(id);
    const wasFailed = failed().length > 0;
    drafts.delete(id);
    // What was typed during the save is a draft of the saved version, which the window knows from now on.
    const isNewer = draft !== undefined && draft.note.body !== sent.body;
    const waiting = draft?.waiting.filter((one) => !ended.includes(one)) ?? [];
    if (isNewer) {
      const note = upToDate(draft.note);
      drafts.set(idOf(note), { ...draft, note, written: [], waiting });
    }
    // What was stored while it was typed is older than the file now.
    if (mayBeStored || wasFailed) await store();
    else {
      storing?.[Symbol.dispose]();
      storing = undefined;
      if (drafts.size > 0) storeLater();
    }
    for (const end of isNewer ? ended : [...ended, ...waiting]) end(success(saved));
    if (toRescue.delete(id)) rescued.emit({ note: sent, saved, wasThere });
    if (!wasFailed) return;
    if (draft !== undefined && draft.why !== null) {
      const { path, occurrenceKey, body } = isNewer ? sent : draft.note;
      savedLate.emit({ path, occurrenceKey, body, saved });
    }
    // There is room again, or the disk is back.
    retryMs = FIRST_RETRY_MS;
    for (const [other, one] of drafts) drafts.set(other, { ...one, isDue: true });
    announce();
  }

  async function saveOne(id: string, sent: Draft): Promise<void> {
    const { note, written } = sent;
    const slow = clock.after(SLOW_MS, () => void fail(id, 'notes/slow', null));
    let hasWritten = false;
    const attempts: SaveAttempts = {
      written,
      willWrite: async (version) => {
        hasWritten = true;
        await willWrite(id, version);
      },
    };
    const outcome = await library
      .save(upToDate(note), attempts)
      .catch((): Result<SavedNote> => notesFailure('notes/notSaved'));
    slow[Symbol.dispose]();
    const present = drafts.get(id);
    // Text that came meanwhile is due as before.
    if (present?.note === note) drafts.set(id, { ...present, isDue: false });
    if (outcome.ok) await succeed(id, sent, outcome.value, !hasWritten);
    else if (isTemporary(outcome.problem.code)) await fail(id, outcome.problem.code, outcome);
    else {
      drafts.delete(id);
      if (mayBeStored) await store();
      for (const end of present?.waiting ?? sent.waiting) end(outcome);
    }
  }

  const nextDue = (): readonly [string, Draft] | undefined => [...drafts].find(([, { isDue }]) => isDue);

  async function saveDue(): Promise<void> {
    for (let due = nextDue(); due !== undefined; due = nextDue()) await saveOne(...due);
    // At once: what becomes due in the next moment starts another round.
    pumping = null;
  }

  function pump(): Promise<void> {
    if (pumping !== null) return pumping;
    if (nextDue() === undefined) return Promise.resolve();
    pumping = saveDue();
    return pumping;
  }

  function keep(note: Note): void {
    put(note, []);
    storeLater();
  }

  async function save(note: Note): Promise<Result<SavedNote>> {
    const outcome = Promise.withResolvers<Result<SavedNote>>();
    put(note, [outcome.resolve]);
    void pump();
    const kept = success({ path: note.path, version: note.version, outcome: 'kept' as const });
    const limit = clock.after(SLOW_MS, () => outcome.resolve(kept));
    const result = await outcome.promise;
    limit[Symbol.dispose]();
    return !result.ok && isTemporary(result.problem.code) ? kept : result;
  }

  function flush(): Promise<void> {
    for (const [id, draft] of drafts) drafts.set(id, { ...draft, isDue: true });
    return inTime(clock, SLOW_MS, pump());
  }

  if (drafts.size > 0) void pump();
  return {
    keep,
    save,
    draftAt: (path) => [...drafts.values()].find(({ note }) => note.path === path)?.note ?? null,
    draftOf: (key) => [...drafts.values()].find(({ note }) => note.occurrenceKey === key)?.note ?? null,
    isEmpty: () => drafts.size === 0,
    unwritten: () => failed().flatMap(({ note }) => (note.version === null ? [note] : [])),
    unsaved: () => {
      const all = failed();
      const [first] = all;
      if (first?.why === undefined || first.why === null || since === null) return null;
      return { count: all.length, why: first.why, since, isStored };
    },
    flush,
    savedLate,
    rescued,
    changed,
    [Symbol.asyncDispose]: async () => {
      await flush();
      retrying?.[Symbol.dispose]();
      storing?.[Symbol.dispose]();
      if (drafts.size > 0) await store();
    },
  };
}
