import type { Note } from '#core/notes/note.ts';
import type { NotesSlice } from '../store/notesSlice.ts';

let last: Note | null = null;

const NAMES = [
  'path',
  'title',
  'occurrenceKey',
  'start',
  'series',
  'zone',
  'agenda',
  'minutes',
  'recordings',
  'template',
  'unwrittenId',
] as const satisfies readonly (keyof Note)[];

/**
 * The open note, for what is around its text: the same object until something else than its text changes, so that a
 * save renders nothing. Its `body` may be that of an earlier save, and so may its `version`, but for whether it has one.
 */
export function shownNote({ openNote }: Pick<NotesSlice, 'openNote'>): Note | null {
  const before = last;
  const isSame =
    before !== null &&
    openNote !== null &&
    NAMES.every((name) => before[name] === openNote[name]) &&
    (before.version === null) === (openNote.version === null);
  if (!isSame) last = openNote;
  return last;
}
