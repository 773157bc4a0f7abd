import type { Note, NoteSummary } from '#core/notes/note.ts';
import { NEW_NOTE } from '#core/notes/noteName.ts';
import type { CalendarDate } from '#base';

/** An empty note without a meeting, in a file that does not exist yet: `2026-11-24 Note.md`, `2026-11-24 Note 2.md`. */
export function freeNote(date: CalendarDate, notes: readonly NoteSummary[]): Note {
  const taken = new Set(notes.map(({ path }) => path.toLowerCase()));
  const stem = `${date} ${NEW_NOTE}`;
  let path = `${stem}.md`;
  for (let number = 2; taken.has(path.toLowerCase()); number += 1) path = `${stem} ${number}.md`;
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
