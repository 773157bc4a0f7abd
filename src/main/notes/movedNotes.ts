import type { IndexedNote, NoteIndex } from '#core/notes/indexNote.ts';

/** A note that has another path now. */
export interface MovedNote {
  readonly from: string;
  readonly to: string;
}

/** Recognises notes that another program renamed or moved. */
export interface MovedNotes {
  /** Returns what moved, of the notes that a look at the folder found gone and new. @param now the index after it */
  readonly compare: (
    removed: readonly IndexedNote[],
    added: readonly IndexedNote[],
    now: NoteIndex,
  ) => readonly MovedNote[];
  /** Where a note is that had this path in this run; the path itself if it did not move. */
  readonly presentPath: (path: string, now: NoteIndex) => string;
  /** Remembers a move of the app. */
  readonly add: (move: MovedNote) => void;
}

/** Gone notes that are remembered: a sync program may write a file again only after it removed the other. */
const MOST_GONE = 500;

/** New notes that are remembered. */
const MOST_RECENT = 20;

/** The new path of a gone note: that of its meeting, else that of the same content. Null if none or several could be it. */
function successorOf(gone: IndexedNote, added: readonly IndexedNote[]): string | null {
  const { occurrenceKey } = gone.summary;
  const same = added.filter(({ version }) => version === gone.version);
  const ofMeeting =
    occurrenceKey === null ? [] : added.filter(({ summary }) => summary.occurrenceKey === occurrenceKey);
  const [only, ...others] = same.length > 0 ? same : ofMeeting;
  return only !== undefined && others.length === 0 ? only.summary.path : null;
}

/** For one folder. */
export function createMovedNotes(): MovedNotes {
  const gone = new Map<string, IndexedNote>();
  const moves = new Map<string, string>();
  /** Notes that came last: one look at the folder may see the new file, and the next that the old one is gone. */
  let recent: readonly IndexedNote[] = [];

  function compare(
    removed: readonly IndexedNote[],
    added: readonly IndexedNote[],
    now: NoteIndex,
  ): readonly MovedNote[] {
    for (const note of removed) gone.set(note.summary.path, note);
    for (const path of gone.keys()) {
      if (now.has(path)) gone.delete(path);
      else if (gone.size > MOST_GONE) gone.delete(path);
    }
    recent = [...recent, ...added].slice(-Math.max(MOST_RECENT, added.length));
    if (added.length === 0 && removed.length === 0) return [];
    const candidates = recent.filter(({ summary }) => now.has(summary.path));
    const moved: MovedNote[] = [];
    for (const [from, note] of gone) {
      const to = successorOf(note, candidates);
      if (to === null) continue;
      gone.delete(from);
      moves.set(from, to);
      moved.push({ from, to });
    }
    return moved;
  }

  function presentPath(path: string, now: NoteIndex): string {
    const seen = new Set<string>();
    let present = path;
    while (!now.has(present) && !seen.has(present)) {
      seen.add(present);
      present = moves.get(present) ?? present;
    }
    return now.has(present) ? present : path;
  }

  return {
    compare,
    presentPath,
    add: ({ from, to }) => {
      gone.delete(from);
      moves.delete(to);
      moves.set(from, to);
    },
  };
}
