import { expect, test } from 'vitest';
import { unwrittenNote } from '#core/notes/noteTemplate.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

test('a new note keeps the documents of its meeting, and no room', () => {
  const links = {
    agenda: 'https://docs.example/agenda',
    notes: 'https://docs.example/minutes',
    recordings: 'https://video.example/all',
    chat: null,
    mailingList: null,
    page: null,
  };
  const note = unwrittenNote(anOccurrence({ links }), 'a.md', {
    template: { name: 'Own', text: 'Ours\n\n{{links}}\n' },
    leads: [],
    carried: { from: null, texts: [] },
    format: { locale: 'en-GB', zone: 'UTC', clock: 'locale' },
  });
  expect(note).toMatchObject({ agenda: links.agenda, minutes: links.notes, recordings: links.recordings });
  expect(note.body).toBe(
    'Ours\n\n- [Agenda](https://docs.example/agenda)\n- [Shared notes](https://docs.example/minutes)\n- [Recordings](https://video.example/all)\n',
  );
});
