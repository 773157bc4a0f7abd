import { expect, test } from 'vitest';
import { createSentNote } from '#main/notes/sentNote.ts';
import type { Note } from '#core/notes/note.ts';

const note: Note = {
  path: 'a.md',
  title: 'a',
  occurrenceKey: null,
  start: null,
  series: null,
  zone: null,
  agenda: null,
  minutes: null,
  recordings: null,
  template: null,
  body: 'a',
  version: null,
};
const typed = { changes: [{ from: 0, to: 0, insert: 'b' }], length: 2 };

test('what is typed makes the next text of the one before', () => {
  const sent = createSentNote();
  sent.received('first', note);
  expect(sent.after({ base: 'first', id: 'second', ...typed })?.body).toBe('ba');
  expect(sent.noteOf('second')?.body).toBe('ba');
  expect(sent.noteOf('first')).toBeNull();
});

test('changes of another text are refused, and the text stays', () => {
  const sent = createSentNote();
  sent.received('first', note);
  expect(sent.after({ base: 'unknown', id: 'second', ...typed })).toBeNull();
  expect(sent.after({ base: 'first', id: 'second', ...typed, length: 3 })).toBeNull();
  expect(sent.noteOf('first')?.body).toBe('a');
});
