import { expect, test } from 'vitest';
import { firstDayOfWeek, localeOrDefault } from '#renderer/kit/locale.ts';

test.each([
  ['de-DE', 'de-DE'],
  ['en_US.UTF-8', 'en-US'],
  ['C', 'en-GB'],
  ['', 'en-GB'],
  [undefined, 'en-GB'],
])('the system’s locale %s is read as %s', (given, read) => {
  expect(localeOrDefault(given)).toBe(read);
});

test('a week begins on Monday in Britain and on Sunday in the United States', () => {
  expect(firstDayOfWeek('en-GB')).toBe(1);
  expect(firstDayOfWeek('en-US')).toBe(7);
});
