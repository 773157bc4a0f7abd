import { expect, test } from 'vitest';
import { nextTimes, rhythmOf, type MeetingSchedule } from '#core/catalogue/meetingSchedule.ts';

const everySecondFriday: MeetingSchedule = {
  rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
  anchor: '2026-10-09',
  time: '09:00',
  zone: 'America/Los_Angeles',
  minutes: 60,
  skips: [],
};

const startsOf = (schedule: MeetingSchedule, now: string, count: number): string[] =>
  nextTimes(schedule, Date.parse(now), count).map(({ from }) => new Date(from).toISOString());

test('the next times are instants: they follow the clock changes of the meeting’s zone', () => {
  expect(startsOf(everySecondFriday, '2026-10-22T00:00:00Z', 2)).toEqual([
    '2026-10-23T16:00:00.000Z',
    '2026-11-06T17:00:00.000Z',
  ]);
});

test('a running meeting is the next one until it ends', () => {
  expect(startsOf(everySecondFriday, '2026-10-23T16:30:00Z', 1)).toEqual(['2026-10-23T16:00:00.000Z']);
  expect(startsOf(everySecondFriday, '2026-10-23T17:00:00Z', 1)).toEqual(['2026-11-06T17:00:00.000Z']);
});

test('dates that the source leaves out are left out', () => {
  const schedule = { ...everySecondFriday, skips: ['2026-10-23'] };
  expect(startsOf(schedule, '2026-10-22T00:00:00Z', 1)).toEqual(['2026-11-06T17:00:00.000Z']);
});

test('a meeting whose evening falls on the date before in UTC is found', () => {
  const schedule = { ...everySecondFriday, rule: 'FREQ=WEEKLY;BYDAY=TH', time: '20:00' };
  expect(startsOf(schedule, '2026-10-23T02:00:00Z', 1)).toEqual(['2026-10-23T03:00:00.000Z']);
});

test('a rule without dates has no next time', () => {
  expect(
    startsOf({ ...everySecondFriday, rule: 'FREQ=MONTHLY;BYDAY=5XX' }, '2026-10-22T00:00:00Z', 1),
  ).toEqual([]);
});

test.each([
  ['FREQ=DAILY', { kind: 'days', every: 1 }],
  ['FREQ=WEEKLY;BYDAY=TU', { kind: 'weeks', every: 1 }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', { kind: 'weeks', every: 2 }],
  ['FREQ=MONTHLY;BYDAY=2TU', { kind: 'months', every: 1 }],
  [
    `FREQ=YEARLY;BYWEEKNO=${Array.from({ length: 27 }, (_, index) => 2 * index + 1).join(',')};BYDAY=TU`,
    { kind: 'oddWeeks' },
  ],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=1TU', { kind: 'other' }],
])('the rhythm of %s needs no weekday', (rule, rhythm) => {
  expect(rhythmOf({ rule })).toEqual(rhythm);
});
