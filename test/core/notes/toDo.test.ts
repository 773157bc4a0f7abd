import { expect, test } from 'vitest';
import type { NotedAction } from '#core/notes/note.ts';
import { countOwnOpen, isOwnItem, meetingsToday, toDoItems, type ToDoView } from '#core/notes/toDo.ts';
import { anOccurrence } from '#test/builders/anOccurrence.ts';

const anItem = (wish: Partial<NotedAction>): NotedAction => ({
  line: 1,
  text: '',
  words: '',
  owner: null,
  due: null,
  isDone: false,
  path: 'a.md',
  title: 'A',
  start: null,
  series: null,
  ...wish,
});

/** Tuesday. */
const view: ToDoView = {
  whose: 'mine',
  ownName: '@Mira',
  today: '2026-11-24',
  firstDayOfWeek: 1,
  meetings: new Map([['f|pm', 1]]),
  stays: ({ text }) => text === 'ticked just now',
};

test('items are listed by when they are due, those of others apart', () => {
  const found = toDoItems(
    [
      anItem({ text: 'no date' }),
      anItem({ text: 'sunday', due: '2026-11-29' }),
      anItem({ text: 'monday', due: '2026-11-30' }),
      anItem({ text: 'today', due: '2026-11-24', owner: 'mira' }),
      anItem({ text: 'late', due: '2026-11-23', owner: 'me' }),
      anItem({ text: 'hers', owner: 'Lin', due: '2026-11-01' }),
      anItem({ text: 'bring', series: 'f|pm' }),
      anItem({ text: 'ticked just now', isDone: true, due: '2026-11-22' }),
      anItem({ text: 'ticked', isDone: true }),
    ],
    view,
  );
  expect(found.map(({ part, action }) => `${part}: ${action.text}`)).toEqual([
    'late: ticked just now',
    'late: late',
    'today: today',
    'today: bring',
    'week: sunday',
    'later: monday',
    'undated: no date',
    'waiting: hers',
    'done: ticked',
  ]);
  expect(found[1]?.daysLeft).toBe(-1);
});

test('an item is brought to the next meeting of its series, not to the one it was written in', () => {
  const meeting = Date.parse('2026-11-24T16:00:00Z');
  const [earlier, ownMeeting] = ['2026-11-17T16:00:00Z', '2026-11-24T16:00:00Z'].map(
    (start) =>
      toDoItems([anItem({ series: 'f|pm', start })], { ...view, meetings: new Map([['f|pm', meeting]]) })[0],
  );
  expect([earlier?.part, earlier?.bringAt]).toEqual(['today', meeting]);
  expect([ownMeeting?.part, ownMeeting?.bringAt]).toEqual(['undated', null]);
});

test('of everyone, items of others are listed by date too; a week may begin on Sunday', () => {
  const found = toDoItems([anItem({ owner: 'Lin', due: '2026-11-25' }), anItem({ due: '2026-11-29' })], {
    ...view,
    whose: 'everyone',
    firstDayOfWeek: 7,
  });
  expect(found.map(({ part }) => part)).toEqual(['week', 'later']);
});

test('an item is the user’s if it names them or nobody', () => {
  expect([null, 'me', 'MIRA', 'lin'].map((owner) => isOwnItem({ owner }, '@mira'))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('the count has the user’s open items, and neither those of others nor what is done', () => {
  const items = [anItem({}), anItem({ owner: 'mira' }), anItem({ owner: 'lin' }), anItem({ isDone: true })];
  expect(countOwnOpen(items, 'Mira')).toBe(2);
});

test('a series meets today until its meeting is over; cancelled and skipped ones do not count', () => {
  const at = (hour: number, wish = {}) => anOccurrence({ start: `2026-11-24T${hour}:00:00Z`, ...wish });
  const now = Date.parse('2026-11-24T12:30:00Z');
  const start = (found: ReadonlyMap<string, number>): number[] => [...found.values()];
  expect(start(meetingsToday([at(12), at(16)], now, 'UTC'))).toEqual([Date.parse('2026-11-24T12:00:00Z')]);
  expect(start(meetingsToday([at(10), at(16, { status: 'cancelled' })], now, 'UTC'))).toEqual([]);
  expect(start(meetingsToday([at(16, { start: '2026-11-25T09:00:00Z' })], now, 'UTC'))).toEqual([]);
});
