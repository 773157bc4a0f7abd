import { expect, test } from 'vitest';
import { seriesIn } from '#renderer/notes/actionFilter.ts';
import { richText } from '#core/notes/richText.ts';
import type { NotedAction } from '#core/notes/note.ts';

const anAction = (wish: Partial<NotedAction>): NotedAction => ({
  line: 1,
  text: 'call',
  words: '',
  owner: null,
  due: null,
  isDone: false,
  path: 'a.md',
  title: 'Sync',
  start: '2026-11-20T12:00:00.000Z',
  series: 'feed|sync',
  ...wish,
});
test('a series has the title of its newest note', () => {
  const actions = [
    anAction({ title: 'New name', start: '2026-11-27T12:00:00.000Z' }),
    anAction({ title: 'Old name' }),
    anAction({ title: 'By hand', series: null }),
  ];
  expect(seriesIn(actions)).toEqual([{ id: 'feed|sync', label: 'New name' }]);
});

test('rich text has web links only, and no pictures', () => {
  expect(
    richText('- [ ] [a](https://a.org) [b](javascript:alert(1)) ![c](https://c.org/c.png)').replaceAll(
      '\n',
      '',
    ),
  ).toBe(
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled aria-label="a b"> ' +
      '<a href="https://a.org">a</a> <a>b</a> <a href="https://c.org/c.png">c</a></li></ul>',
  );
});
