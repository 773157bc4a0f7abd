import { expect, test } from 'vitest';
import type { NotedAction } from '#core/notes/note.ts';
import { ownersIn, peopleIn } from '#core/notes/peopleNamed.ts';

test('a note names the people of its list of attendees, and those after an @', () => {
  const body = [
    '- Leads: Lin Wei',
    '- **Attendees:** Ada Lovelace, [Bo](https://example.org), @tomas',
    '- Recording: usually recorded',
    '- [ ] @ada.lovelace sends it to a@example.org and @Dee, @due(2026-12-04)',
  ].join('\n');
  expect(peopleIn(body)).toEqual(['Lin Wei', 'Ada Lovelace', 'Bo', 'tomas', 'Dee']);
});

test('a list without names, and words without letters, name nobody', () => {
  expect(peopleIn('- Attendees:\n- Present: 12, -\n')).toEqual([]);
});

test('the owners of action items in one series are named once each', () => {
  const item = (owner: string | null, series: string): NotedAction => ({
    line: 1,
    text: 'send it',
    words: 'send it',
    owner,
    due: null,
    isDone: true,
    path: 'a.md',
    title: 'a',
    start: null,
    series,
  });
  const actions = [item('ada', 'f|a'), item('Ada', 'f|a'), item(null, 'f|a'), item('Bo', 'f|b')];
  expect(ownersIn(actions, 'f|a')).toEqual(['ada']);
});
