import { expect, test } from 'vitest';
import { actionItemsIn } from '#core/notes/actionItems.ts';
import { decisionsIn } from '#core/notes/decisions.ts';
import { MARKED_LINES } from '#core/notes/markedLine.ts';

test('what is written behind the marks is read back', () => {
  expect(decisionsIn(`${MARKED_LINES.decision}The freeze moves.`)).toEqual([
    { line: 1, text: 'The freeze moves.' },
  ]);
  expect(actionItemsIn(`${MARKED_LINES.action}@lin asks`, null)).toMatchObject([
    { words: 'asks', owner: 'lin', isDone: false },
  ]);
});
