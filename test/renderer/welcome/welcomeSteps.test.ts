import { expect, test } from 'vitest';
import { chosenWords, titleOf } from '#renderer/welcome/welcomeSteps.ts';

test('the second step names what there is to choose', () => {
  expect(titleOf(1, { calendar: true, groups: true })).toBe('Choose what you follow');
  expect(titleOf(1, { calendar: true, groups: false })).toBe('Your own calendar');
  expect(titleOf(1, { calendar: false, groups: true })).toBe('Choose your groups');
});

test.each([
  [0, 0, 0, 'Nothing chosen yet'],
  [1, 0, 0, '1 calendar'],
  [0, 1, 0, '1 group'],
  [2, 3, 0, '2 calendars and 3 groups'],
  [1, 2, 1, '1 calendar, 2 groups and 1 community'],
  [0, 0, 4, '4 communities'],
])('%i calendars, %i groups and %i communities read “%s”', (calendars, groups, communities, words) => {
  expect(chosenWords(calendars, groups, communities)).toBe(words);
});
