import { join } from 'node:path';
import type { IndexedNote, NoteIndex } from '#core/notes/indexNote.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import { newestFirst, type NoteListChange } from '#core/notes/noteListChange.ts';
import { foldName } from '#core/notes/noteTemplate.ts';
import { createSignal, type Signal } from '#base';
import type { Files } from '../ports/files.ts';
import { isTranscriptPath } from '../transcripts/transcriptPath.ts';
import type { FoundNotes, NoteReader } from '../ports/noteReader.ts';
import { createMovedNotes, type MovedNote } from './movedNotes.ts';

/** The current notes folder, with the index of its notes in memory. */
export interface IndexedFolder {
  /** Absolute. */
  path(): string;
  /** As of the last look. */
  index(): NoteIndex;
  /** Latest meeting first. */
  summaries(): NoteSummary[];
  /** Whether a note has this path, or one that another computer takes for the same: see `foldName`. */
  readonly isTaken: (path: string) => boolean;
  /** Updates the index of the whole folder; emits `changed` for what differs. Keeps the index if the folder is away. */
  rescan(): Promise<void>;
  /** Updates the index of some files, and does not wait while the whole folder is read. @param paths in the folder */
  refresh(paths: readonly string[]): Promise<void>;
  /**
   * Whether the folder is where it was. A folder that is missing or cannot be read is away, and so is an empty one on
   * another disk than before: the mount point of a disk that was unplugged.
   */
  isThere(): Promise<boolean>;
  /** As of the last look. */
  isAway(): boolean;
  /** Whether the whole folder was read since it was opened or chosen. */
  isListed(): boolean;
  /** Watches the current folder instead of the one before. */
  watch(): void;
  stopWatching(): void;
  /** Switches to another folder; the index stays that of the old one until `rescan`. */
  switchTo(path: string): void;
  readonly changed: Signal<NoteListChange>;
  /** The folder went away or came back. */
  readonly awayChanged: Signal<void>;
  /** A note has another path, because of the app or of another program. */
  readonly moved: Signal<MovedNote>;
  /** The watch saw changes. Names are those in the folder; null if unknown. */
  readonly seen: Signal<readonly string[] | null>;
  /** Tells of a move by the app. */
  noteMoved(move: MovedNote): void;
  /** Where a note is that had this path in this run. */
  presentPath(path: string): string;
  /** The app changed the front matter of a file alone, from one version to another. */
  headChanged(from: string, to: string): void;
  /** Whether a text of that version may replace the other: only the front matter differs, which a save keeps. */
  isSameBody(version: string | null, present: string): boolean;
}

interface FolderParts {
  readonly files: Files;
  readonly reader: NoteReader;
  readonly log: (line: string) => void;
}

/** More files than these are looked for in the whole folder. */
const MOST_LOOKS = 200;

/** The folder before its first scan and unwatched. @param firstPath absolute */
export function createIndexedFolder(firstPath: string, { files, reader, log }: FolderParts): IndexedFolder {
  const changed = createSignal<NoteListChange>();
  const awayChanged = createSignal();
  const moved = createSignal<MovedNote>();
  const watched = createSignal<readonly string[] | null>();
  const movedNotes = createMovedNotes();
  /** The next version of files of which the app changed the front matter alone. */
  const nextVersions = new Map<string, string>();
  let folder = firstPath;
  let index = new Map<string, IndexedNote>();
  let folded: ReadonlySet<string> | null = null;
  /** The disk of the folder when its notes were last seen. */
  let disk: string | null = null;
  let isAway = false;
  let isListed = false;
  let watching: Disposable | undefined;
  let scanning: Promise<void> | null = null;
  let isScanDue = false;

  function setAway(next: boolean): void {
    if (isAway === next) return;
    isAway = next;
    log(next ? 'the folder of notes is away' : 'the folder of notes is back');
    awayChanged.emit();
  }

  function take({ changed: notes, gone }: FoundNotes): void {
    const removed = gone.flatMap((path) => index.get(path) ?? []);
    // At first all notes are new.
    const added = isListed ? notes.filter(({ summary }) => !index.has(summary.path)) : [];
    for (const { summary } of removed) index.delete(summary.path);
    for (const note of notes) index.set(note.summary.path, note);
    if (notes.length === 0 && removed.length === 0) return;
    folded = null;
    for (const move of movedNotes.compare(removed, added, index)) moved.emit(move);
    changed.emit({
      changed: notes.map(({ summary }) => summary),
      removed: removed.map(({ summary }) => summary.path),
    });
  }

  async function present(): Promise<string | null> {
    const facts = await files.stat(folder).catch(() => null);
    return facts?.isFolder === true ? facts.disk : null;
  }

  /** Whether another disk than before has none of the notes that were here. */
  async function isMountPoint(now: string): Promise<boolean> {
    if (disk === null || disk === now || index.size === 0) return false;
    for (const path of index.keys())
      if ((await files.stat(join(folder, ...path.split('/'))).catch(() => null)) !== null) return false;
    return true;
  }

  async function isThere(): Promise<boolean> {
    const now = await present();
    const isHere = now !== null && !(await isMountPoint(now));
    if (isHere) disk = now;
    setAway(!isHere);
    return isHere;
  }

  async function scan(): Promise<void> {
    const scanned = folder;
    if (!(await isThere())) return;
    try {
      const parts: FoundNotes[] = [];
      await reader.scan(scanned, (found) => {
        if (scanned !== folder) return;
        // The first notes are shown while the others are read; later what is gone and what is new belong together.
        if (isListed) parts.push(found);
        else take(found);
      });
      if (scanned === folder && parts.length > 0)
        take({
          changed: parts.flatMap((found) => found.changed),
          gone: parts.flatMap((found) => found.gone),
        });
      if (scanned !== folder || isListed) return;
      isListed = true;
      // Whoever waits for the whole list hears of it, also if it is empty.
      changed.emit({ changed: [], removed: [] });
    } catch {
      log('the folder of notes could not be read');
    }
  }

  /** One at a time; one that is asked for while another runs starts after it. */
  function rescan(): Promise<void> {
    isScanDue = true;
    scanning ??= (async () => {
      while (isScanDue) {
        isScanDue = false;
        await scan();
      }
    })().finally(() => (scanning = null));
    return scanning;
  }

  async function refresh(paths: readonly string[]): Promise<void> {
    const looked = folder;
    try {
      const found = await reader.look(looked, paths);
      if (looked === folder) take(found);
    } catch {
      await rescan();
    }
  }

  /** @param names of what changed, in the folder; null if unknown */
  async function look(names: readonly string[] | null): Promise<void> {
    const seen =
      names?.filter(
        (name) => !name.split('/').some((part) => part.startsWith('.')) && !isTranscriptPath(name),
      ) ?? null;
    if (seen?.length === 0) return;
    // Another name may be that of a folder with notes in it. The folder itself may have come or gone.
    const isOfNotes = seen !== null && seen.length <= MOST_LOOKS && seen.every((name) => /\.md$/i.test(name));
    if (isOfNotes && !isAway && (await isThere())) await refresh(seen);
    else await rescan();
  }

  return {
    path: () => folder,
    index: () => index,
    summaries: () => [...index.values()].map(({ summary }) => summary).sort(newestFirst),
    isTaken: (name) => (folded ??= new Set([...index.keys()].map(foldName))).has(foldName(name)),
    rescan,
    refresh,
    isThere,
    isAway: () => isAway,
    isListed: () => isListed,
    watch: () => {
      watching?.[Symbol.dispose]();
      watching = files.watch(folder, (names) => {
        watched.emit(names);
        void look(names);
      });
    },
    stopWatching: () => watching?.[Symbol.dispose](),
    switchTo: (path) => {
      folder = path;
      disk = null;
      isListed = false;
      const removed = [...index.keys()];
      // Notes of another folder did not move there.
      index = new Map();
      folded = null;
      if (removed.length > 0) changed.emit({ changed: [], removed });
    },
    changed,
    awayChanged,
    moved,
    seen: watched,
    noteMoved: (move) => {
      movedNotes.add(move);
      moved.emit(move);
    },
    presentPath: (path) => movedNotes.presentPath(path, index),
    headChanged: (from, to) => void nextVersions.set(from, to),
    isSameBody: (version, present) => {
      const seen = new Set<string>();
      let next = version ?? '';
      while (nextVersions.has(next) && !seen.has(next)) {
        seen.add(next);
        next = nextVersions.get(next) ?? '';
        if (next === present) return true;
      }
      return false;
    },
  };
}
