import { expect, test } from 'vitest';
import { linesBeside } from '#renderer/notes/linesBeside.ts';

test('lines that only the other text has are marked, empty ones never', () => {
  const beside = linesBeside('# A\n\ntheirs\nsame\nsame', '# A\nmine\nsame');
  expect(beside.filter(({ isOwn }) => !isOwn).map(({ line, text }) => [line, text])).toEqual([
    [3, 'theirs\n'],
    [5, 'same\n'],
  ]);
});
