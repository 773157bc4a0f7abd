import { expect, test } from 'vitest';
import type { MeetingSchedule } from '#core/catalogue/meetingSchedule.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { groupTimeWords, isAtNight, endOfWeek, isAtWork, timesOf } from '#renderer/communities/groupTimes.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const berlin: TimeFormat = { locale: 'en-GB', zone: 'Europe/Berlin', clock: '24' };
const auckland: TimeFormat = { ...berlin, zone: 'Pacific/Auckland' };

const weekly: MeetingSchedule = {
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  anchor: '2026-11-03',
  time: '10:00',
  zone: 'America/Los_Angeles',
  minutes: 60,
  skips: [],
};

const meeting = (schedule: MeetingSchedule | null) => ({
  uid: 'one',
  title: 'One',
  rhythm: '',
  isWeekUnknown: false,
  readings: [],
  isDated: schedule !== null,
  isStillOn: null,
  schedule,
  recorded: null,
  agenda: null,
  notes: null,
  recordings: null,
  calendar: null,
  questions: [],
});

const wordsOf = (schedules: readonly (MeetingSchedule | null)[], format: TimeFormat): string =>
  groupTimeWords(timesOf({ meetings: schedules.map(meeting) }, now), format);

test('a group’s time is that of the user’s clock, on the user’s day', () => {
  expect(wordsOf([weekly], berlin)).toBe('Tue 19:00');
  expect(wordsOf([weekly], auckland)).toBe('Wed 07:00');
});

test('how often it meets is said unless it is each week, and further meetings are counted', () => {
  const other = { ...weekly, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' };
  expect(wordsOf([other], berlin)).toBe('Tue 19:00, every 2 weeks');
  expect(wordsOf([weekly, other, null], berlin)).toBe('Tue 19:00 and 1 more');
  expect(wordsOf([null], berlin)).toBe('no regular times');
});

test('a date is the next one until it is over, also after the clock was set back', () => {
  const schedules = { meetings: [meeting(weekly)] };
  const next = (at: string): string =>
    new Date(timesOf(schedules, Date.parse(at))[0]?.next.from ?? 0).toISOString().slice(0, 10);
  expect(next('2026-11-20T12:00:00Z')).toBe('2026-11-24');
  expect(next('2026-11-24T18:30:00Z')).toBe('2026-11-24');
  expect(next('2026-11-24T19:00:00Z')).toBe('2026-12-01');
  expect(next('2026-11-20T12:00:00Z')).toBe('2026-11-24');
});

test.each([
  ['2026-11-24T21:30:00Z', true],
  ['2026-11-24T05:59:00Z', true],
  ['2026-11-24T06:00:00Z', false],
  ['2026-11-24T20:59:00Z', false],
])('a meeting that begins in Berlin at %s is at night: %s', (start, isNight) => {
  expect(isAtNight(Date.parse(start), berlin.zone)).toBe(isNight);
});

test.each([
  ['2026-11-24T08:00:00Z', '2026-11-24T17:00:00Z', true],
  ['2026-11-24T16:30:00Z', '2026-11-24T17:30:00Z', false],
  ['2026-11-21T10:00:00Z', '2026-11-21T11:00:00Z', false],
])('from %s to %s is within working hours in Berlin: %s', (from, to, isWork) => {
  expect(isAtWork({ from: Date.parse(from), to: Date.parse(to) }, berlin.zone)).toBe(isWork);
});

test('the week ends with the last day of the user’s week', () => {
  expect(endOfWeek(now, berlin.zone, 1)).toBe(Date.parse('2026-11-22T23:00:00Z'));
  expect(endOfWeek(now, berlin.zone, 7)).toBe(Date.parse('2026-11-21T23:00:00Z'));
});
