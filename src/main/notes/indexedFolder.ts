import type { NoteSummary } from '#core/notes/note.ts';
import { createSignal, type Signal } from '#base';
import type { Files } from '../ports/files.ts';
import { createMovedNotes, type MovedNote } from './movedNotes.ts';
import { indexNotes, type NoteIndex } from './noteFolder.ts';

/** The current notes folder, with the index of its notes in memory. */
export interface IndexedFolder {
  /** Absolute. */
  path(): string;
  /** As of the last `rescan`. */
  index(): NoteIndex;
  /** Latest meeting first. */
  summaries(): NoteSummary[];
  /** Whether a note has this path. @param path in lower case, since many file systems ignore case */
  readonly isTaken: (path: string) => boolean;
  /** Updates the index; emits `changed` if a note differs. Keeps the index if the folder cannot be read. */
  rescan(): Promise<void>;
  /** Watches the current folder instead of the one before; creates a missing folder where possible. */
  watch(onChange: () => void): void;
  stopWatching(): void;
  /** Switches to another folder; the index and the watcher stay those of the old one until `rescan` and `watch`. */
  switchTo(path: string): void;
  readonly changed: Signal<readonly NoteSummary[]>;
  /** A note has another path, because of the app or of another program. */
  readonly moved: Signal<MovedNote>;
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
  readonly log: (line: string) => void;
}

const newestFirst = (a: NoteSummary, b: NoteSummary): number =>
  (b.start ?? '').localeCompare(a.start ?? '') || b.modified - a.modified;

const listOf = (index: NoteIndex): NoteSummary[] =>
  [...index.values()].map(({ summary }) => summary).sort(newestFirst);

/** Unchanged notes are the same objects in both. */
const isSame = (index: NoteIndex, before: NoteIndex): boolean =>
  index.size === before.size && [...index].every(([path, note]) => before.get(path) === note);

/** The folder before its first scan and unwatched. @param firstPath absolute */
export function createIndexedFolder(firstPath: string, { files, log }: FolderParts): IndexedFolder {
  const changed = createSignal<readonly NoteSummary[]>();
  let folder = firstPath;
  let index: NoteIndex = new Map();
  let watching: Disposable | undefined;
  const moved = createSignal<MovedNote>();
  const movedNotes = createMovedNotes();
  /** The next version of files of which the app changed the front matter alone. */
  const nextVersions = new Map<string, string>();

  async function rescan(): Promise<void> {
    const before = index;
    try {
      index = await indexNotes(files, folder, before);
    } catch {
      log('the folder of notes could not be read');
      return;
    }
    if (isSame(index, before)) return;
    for (const move of movedNotes.compare(before, index)) moved.emit(move);
    changed.emit(listOf(index));
  }

  return {
    path: () => folder,
    index: () => index,
    summaries: () => listOf(index),
    isTaken: (name) => [...index.keys()].some((path) => path.toLowerCase() === name),
    rescan,
    watch: (onChange) => {
      watching?.[Symbol.dispose]();
      watching = files.watch(folder, onChange);
    },
    stopWatching: () => watching?.[Symbol.dispose](),
    switchTo: (path) => {
      folder = path;
      // Notes of another folder did not move there.
      index = new Map();
    },
    changed,
    moved,
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
