import { expect, test } from 'vitest';
import { leadChoices, leadWords, readLeadMinutes } from '#renderer/reminders/leads.ts';

test.each([
  ['7', 7],
  [' 10080 ', 10_080],
  ['0', 0],
  ['10081', null],
  ['2.5', null],
  ['-1', null],
  ['', null],
])('a lead time is any whole minute up to a week: “%s”', (typed, minutes) => {
  expect(readLeadMinutes(typed)).toBe(minutes);
});

test('an unusual lead time is offered at its place among the usual ones', () => {
  expect(leadChoices(10)).not.toContain(12);
  expect(leadChoices(12)).toEqual([0, 1, 2, 5, 10, 12, 15, 20, 30, 60, 120, 1440]);
});

test('lead times are written in their largest whole unit', () => {
  expect([0, 1, 10, 60, 90, 120, 1440].map(leadWords)).toEqual([
    'At the start',
    '1 minute before',
    '10 minutes before',
    '1 hour before',
    '90 minutes before',
    '2 hours before',
    '1 day before',
  ]);
});
