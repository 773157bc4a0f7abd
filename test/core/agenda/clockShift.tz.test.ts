import { expect, test } from 'vitest';
import { dstNotices } from '#core/agenda/dstNotices.ts';
import { clockShift } from '#core/agenda/clockShift.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const minutes = (start: string, zone: string | null, viewer: string): number | null =>
  clockShift(anOccurrence({ start, zone }), viewer)?.minutes ?? null;

const [berlin, losAngeles, newYork] = ['Europe/Berlin', 'America/Los_Angeles', 'America/New_York'];

test.each([
  // The United States change on 8 March and 1 November 2026, Europe on 29 March and 25 October.
  ['2026-03-06T17:00Z', null],
  ['2026-03-09T16:00Z', -60],
  ['2026-03-27T16:00Z', -60],
  ['2026-03-30T16:00Z', null],
  ['2026-10-23T16:00Z', null],
  ['2026-10-26T16:00Z', -60],
  ['2026-10-30T16:00Z', -60],
  ['2026-11-02T17:00Z', null],
  ['2026-07-01T16:00Z', null],
  // 14 March and 7 November 2027, 28 March and 31 October.
  ['2027-03-12T17:00Z', null],
  ['2027-03-15T16:00Z', -60],
  ['2027-03-29T16:00Z', null],
  ['2027-11-01T16:00Z', -60],
  ['2027-11-08T17:00Z', null],
])('in Berlin a meeting of Los Angeles at %s is shifted by %s minutes', (start, shift) => {
  expect(minutes(start, losAngeles, berlin)).toBe(shift);
});

test('the other way round it is later, and to the minute', () => {
  expect(minutes('2026-03-10T09:00Z', berlin, losAngeles)).toBe(60);
  expect(minutes('2026-03-08T09:59Z', losAngeles, berlin)).toBeNull();
  expect(minutes('2026-03-08T10:00Z', losAngeles, berlin)).toBe(-60);
  expect(minutes('2026-03-29T00:59Z', losAngeles, berlin)).toBe(-60);
  expect(minutes('2026-03-29T01:00Z', losAngeles, berlin)).toBeNull();
});

test('between zones that change on the same day there is no shift beyond that day', () => {
  for (let day = 0; day < 730; day += 1) {
    const start = new Date(at('2026-01-01T18:00Z') + day * 86_400_000).toISOString();
    expect(minutes(start, newYork, losAngeles)).toBeNull();
    expect(minutes(start, 'Europe/Paris', berlin)).toBeNull();
    expect(minutes(start, 'UTC', 'Asia/Kolkata')).toBeNull();
  }
});

test('half a year is no exception: a viewer whose clock never changes has two usual times', () => {
  expect(minutes('2026-07-01T16:00Z', losAngeles, 'Asia/Kolkata')).toBeNull();
  expect(minutes('2026-12-01T16:00Z', losAngeles, 'Asia/Kolkata')).toBeNull();
});

test('Sydney changes against Europe: the weeks between both changes are the exception', () => {
  expect(minutes('2026-04-01T09:00Z', berlin, 'Australia/Sydney')).toBe(-60);
  expect(minutes('2026-10-12T09:00Z', berlin, 'Australia/Sydney')).toBe(60);
  expect(minutes('2026-06-01T09:00Z', berlin, 'Australia/Sydney')).toBeNull();
});

test('an all-day meeting and one without a home zone have no shift', () => {
  expect(minutes('2026-03-10T16:00Z', null, berlin)).toBeNull();
  expect(clockShift(anOccurrence({ allDay: ['2026-03-10', '2026-03-11'] }), berlin)).toBeNull();
});

const meetings = [
  anOccurrence({ zone: losAngeles }),
  anOccurrence({ zone: newYork, title: 'Other' }),
  anOccurrence({ zone: berlin, title: 'Home' }),
  anOccurrence({ allDay: ['2026-03-10', '2026-03-11'] }),
];
const news = (now: string, zone: string = berlin, locale = 'en-GB'): string[] =>
  dstNotices(meetings, at(now), { locale, zone, clock: '24' }).map((line) => line.replaceAll('\u2009', ''));

test('a change is announced a week before, while it lasts, and a week after it is over', () => {
  const line = '8–28 March: meetings of Los Angeles and New York are 1 h earlier than usual for you.';
  expect(news('2026-02-28T12:00Z')).toEqual([]);
  expect(news('2026-03-02T12:00Z')).toEqual([line]);
  expect(news('2026-03-15T12:00Z')).toEqual([line]);
  const over = 'From 29 March: meetings of Los Angeles and New York are at their usual time for you again.';
  expect(news('2026-03-25T12:00Z')).toEqual([line, over]);
  expect(news('2026-04-02T12:00Z')).toEqual([over]);
  expect(news('2026-04-06T12:00Z')).toEqual([]);
});

test('where both clocks change on one day there is no news', () => {
  const west = [anOccurrence({ zone: newYork })];
  const format = { locale: 'en-GB', zone: losAngeles, clock: '24' } as const;
  for (const now of ['2026-03-04T12:00Z', '2026-03-08T09:00Z', '2026-11-03T12:00Z'])
    expect(dstNotices(west, at(now), format)).toEqual([]);
});

test('a change for half a year is announced once', () => {
  expect(news('2026-10-28T12:00Z', 'Asia/Kolkata')).toContain(
    'From 1 November: meetings of Los Angeles and New York are 1 h later for you than before.',
  );
  expect(news('2026-12-01T12:00Z', 'Asia/Kolkata')).toEqual([]);
});
