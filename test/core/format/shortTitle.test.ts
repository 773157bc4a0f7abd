import { expect, test } from 'vitest';
import { shortTitle } from '#core/format/shortTitle.ts';

test('a title is cut between whole characters, and only where it is too long', () => {
  expect(shortTitle('SIG Node', 8)).toBe('SIG Node');
  expect(shortTitle('SIG Node CI', 9)).toBe('SIG Node…');
  expect(shortTitle('👩‍🚀👩‍🚀👩‍🚀', 2)).toBe('👩‍🚀…');
});
