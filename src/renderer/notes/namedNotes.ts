import type { NoteSummary } from '#core/notes/note.ts';
import type { NotesSlice } from '../store/notesSlice.ts';

let last: readonly NoteSummary[] | null = null;

const isSameName = (one: NoteSummary, other: NoteSummary | undefined): boolean =>
  one === other ||
  (one.path === other?.path &&
    one.title === other.title &&
    one.isPinned === other.isPinned &&
    one.start === other.start &&
    one.series === other.series &&
    one.occurrenceKey === other.occurrenceKey);

/**
 * The notes, for what shows no words of theirs: the same list until one is added, goes or gets another name, place,
 * meeting or pin, so that a save renders nothing. Their words, tags and times may be those of an earlier save.
 */
export function namedNotes({ notes }: Pick<NotesSlice, 'notes'>): readonly NoteSummary[] | null {
  const before = last;
  const isSame =
    before !== null &&
    notes !== null &&
    before.length === notes.length &&
    notes.every((note, index) => isSameName(note, before[index]));
  if (!isSame) last = notes;
  return last;
}

const byPath = new WeakMap<readonly NoteSummary[], ReadonlyMap<string, NoteSummary>>();

/** Selects a note, so that what shows one note is rendered when that one changes. */
export const noteAt =
  (path: string) =>
  ({ notes }: Pick<NotesSlice, 'notes'>): NoteSummary | null => {
    if (notes === null) return null;
    const known = byPath.get(notes) ?? new Map(notes.map((note) => [note.path, note]));
    byPath.set(notes, known);
    return known.get(path) ?? null;
  };
