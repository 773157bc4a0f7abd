import { expect, test } from 'vitest';
import { NO_ROWS, withRows } from '#renderer/agenda/useRowsInUse.ts';

test('a row keeps its slot while the pointer or the focus is in it', () => {
  const pointed = withRows(NO_ROWS, { pointed: 'a' });
  expect(pointed.slots).toEqual(['a', null]);
  const focused = withRows(pointed, { focused: 'b' });
  expect(focused.slots).toEqual(['a', 'b']);
  // The pointer goes to the row with the focus, and on to another.
  const both = withRows(focused, { pointed: 'b' });
  expect(both.slots).toEqual([null, 'b']);
  expect(withRows(both, { pointed: 'c' }).slots).toEqual(['c', 'b']);
  expect(withRows(both, { pointed: 'b' })).toBe(both);
  expect(withRows(both, { pointed: null, focused: null }).slots).toEqual([null, null]);
});
