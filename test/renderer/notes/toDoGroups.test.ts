import { expect, test } from 'vitest';
import type { ToDoItem } from '#core/notes/toDo.ts';
import { matchingItems, toDoGroups } from '#renderer/notes/toDo/toDoGroups.ts';

const item = (
  text: string,
  wish: Partial<ToDoItem['action']>,
  part: ToDoItem['part'] = 'undated',
): ToDoItem => ({
  part,
  daysLeft: null,
  bringAt: null,
  action: {
    line: 1,
    text,
    words: text,
    owner: null,
    due: null,
    isDone: false,
    path: 'a.md',
    title: 'Sync',
    start: '2026-11-10T16:00:00.000Z',
    series: 'f|sync',
    ...wish,
  },
});

test('by date the groups are the parts of the list, in its order', () => {
  const groups = toDoGroups([item('a', {}, 'late'), item('b', {}, 'today'), item('c', {}, 'today')], 'date');
  expect(groups.map(({ title, items }) => `${title} ${items.length}`)).toEqual(['Late 1', 'Today 2']);
});

test('by series the latest meeting is first, and notes without a meeting are last', () => {
  const groups = toDoGroups(
    [
      item('a', { series: null, title: 'An idea', start: '2026-11-23' }),
      item('b', {}),
      item('c', { title: 'Sync, renamed', start: '2026-11-17T16:00:00.000Z' }),
      item('d', { series: 'f|docs', title: 'Docs', start: '2026-11-24T16:00:00.000Z' }),
    ],
    'series',
  );
  expect(groups.map(({ title, items }) => `${title} ${items.length}`)).toEqual([
    'Docs 1',
    'Sync, renamed 2',
    'Notes without a meeting 1',
  ]);
});

test('all words of the search are in the item or in the title of its note, in any form', () => {
  const items = [item('@Tomás invite the leads', {}), item('numbers', { title: 'Übung' })];
  const found = (words: string): string[] => matchingItems(items, words).map(({ action }) => action.text);
  expect(found('tomas LEADS')).toEqual(['@Tomás invite the leads']);
  expect(found('ubung num')).toEqual(['numbers']);
  expect(found('leads ubung')).toEqual([]);
  expect(found(' ')).toHaveLength(2);
});
