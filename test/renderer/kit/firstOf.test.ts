import { expect, test } from 'vitest';
import { firstOf } from '#renderer/kit/useGrowing.ts';

const lists: readonly { readonly name: string; readonly rows: readonly number[] }[] = [
  { name: 'a', rows: [1, 2] },
  { name: 'b', rows: [3, 4, 5] },
  { name: 'c', rows: [6] },
];
const first = (most: number) =>
  firstOf(
    lists,
    most,
    ({ rows }) => rows,
    (list, rows) => ({ ...list, rows }),
  );

test('the first rows of lists end within one of them, and the lists behind it are left out', () => {
  expect(first(3)).toEqual([
    { name: 'a', rows: [1, 2] },
    { name: 'b', rows: [3] },
  ]);
  expect(first(2)).toEqual([{ name: 'a', rows: [1, 2] }]);
});

test('a list that is complete is the same object as before', () => {
  expect(first(6)).toEqual(lists);
  expect(first(4)[0]).toBe(lists[0]);
});
