import { expect, test } from 'vitest';
import { weekdayChoices } from '#renderer/settings/reminders/weekdayChoices.ts';

test('weekdays start at the locale’s first day, and keep their numbers', () => {
  expect(weekdayChoices('en-GB', 1).map(({ day, short }) => `${day} ${short}`)).toEqual([
    '1 Mon',
    '2 Tue',
    '3 Wed',
    '4 Thu',
    '5 Fri',
    '6 Sat',
    '7 Sun',
  ]);
  expect(weekdayChoices('en-US', 7)[0]).toEqual({ day: 7, short: 'Sun', long: 'Sunday' });
});
