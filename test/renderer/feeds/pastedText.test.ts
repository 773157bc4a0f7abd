import { expect, test } from 'vitest';
import { isPasted, isWorthChecking } from '#renderer/feeds/pastedText.ts';

test('a text that grows by more than a few letters at once was pasted', () => {
  expect(isPasted('', 'https://example.org/a.ics')).toBe(true);
  expect(isPasted('https://example.org/a.ic', 'https://example.org/a.ics')).toBe(false);
  expect(isPasted('https://example.org/a.ics', '')).toBe(false);
});

test.each([
  ['https://example.org/a', true],
  ['webcal://p01.icloud.example/published/1', true],
  ['https://exam', false],
  ['https://example.org/', false],
  ['every Tuesday', false],
  ['We meet\nevery Tuesday', true],
])('a typed %j is checked after a pause: %s', (text, isWorth) => {
  expect(isWorthChecking(text)).toBe(isWorth);
});
