import type { Note, NoteSummary } from '#core/notes/note.ts';
import { NEW_NOTE } from '#core/notes/noteName.ts';
import { fileStem, firstFree, foldName, numberedNames } from '#core/notes/noteTemplate.ts';
import type { CalendarDate } from '#base';

/** A note without a meeting, in a file that does not exist yet. @param stem name of the file without its ending */
function unwritten(stem: string, notes: readonly NoteSummary[]): Note {
  const taken = new Set(notes.map(({ path }) => foldName(path)));
  const path = firstFree(numberedNames(stem), (name) => taken.has(name));
  return {
    path,
    title: path.slice(0, -'.md'.length),
    occurrenceKey: null,
    start: null,
    series: null,
    zone: null,
    agenda: null,
    minutes: null,
    recordings: null,
    template: null,
    body: '',
    version: null,
  };
}

/** An empty note, named by the app until it has words: `2026-11-24 Note.md`, `2026-11-24 Note 2.md`. */
export const freeNote = (date: CalendarDate, notes: readonly NoteSummary[]): Note =>
  unwritten(`${date} ${NEW_NOTE}`, notes);

/** An empty note with a title, in a file of that name. */
export const titledNote = (title: string, notes: readonly NoteSummary[]): Note => ({
  ...unwritten(fileStem(title) || NEW_NOTE, notes),
  title,
  body: `# ${title}\n\n`,
});
