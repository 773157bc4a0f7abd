import { expect, test } from 'vitest';
import { shortTitle } from '#core/agenda/shortTitle.ts';

test('a title of any calendar has at most 300 characters in the window', () => {
  expect(shortTitle('Release review')).toBe('Release review');
  expect(shortTitle('a'.repeat(300))).toHaveLength(300);
  expect(shortTitle('a'.repeat(3_000))).toBe(`${'a'.repeat(299)}…`);
});

test('a cut title ends with a whole character', () => {
  expect(shortTitle(`${'a'.repeat(298)}😀😀`)).toBe(`${'a'.repeat(298)}…`);
  expect(shortTitle(`${'a'.repeat(298)} ${'b'.repeat(40)}`)).toBe(`${'a'.repeat(298)}…`);
});
