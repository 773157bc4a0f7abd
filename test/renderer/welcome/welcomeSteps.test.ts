import { expect, test } from 'vitest';
import { chosenWords, titleOf } from '#renderer/welcome/welcomeSteps.ts';

test('the second step names what there is to choose', () => {
  expect(titleOf(1, { calendar: true, groups: true })).toBe('Choose what you follow');
  expect(titleOf(1, { calendar: true, groups: false })).toBe('Your own calendar');
  expect(titleOf(1, { calendar: false, groups: true })).toBe('Choose your groups');
});

test.each([
  [0, 0, 'Nothing chosen yet'],
  [1, 0, '1 calendar'],
  [0, 1, '1 group'],
  [2, 3, '2 calendars and 3 groups'],
])('%i calendars and %i groups read “%s”', (calendars, groups, words) => {
  expect(chosenWords(calendars, groups)).toBe(words);
});
