import { countdown, duration, timeUntil } from '#core/format/timeUntil.ts';
import { expect, test } from 'vitest';
import {
  cityOf,
  clockTime,
  dayHeading,
  dayOfYear,
  homeTime,
  shortDayFrom,
  timeRange,
} from '#core/format/formatTime.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const berlin = { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' } as const;

test.each([
  [0, '00:00'],
  [-5_000, '00:00'],
  [754_999, '12:34'],
  [3_599_999, '59:59'],
  [3_600_000, '1 h 00 min'],
  [11_100_000, '3 h 05 min'],
  [11_100_001, '3 h 06 min'],
  [86_399_000, '1 d 0 h'],
  [86_400_000, '1 d 0 h'],
  [187_200_000, '2 d 4 h'],
])('a countdown of %d ms reads %s', (ms, text) => {
  expect(countdown(ms)).toBe(text);
});

test.each([
  [59_999, 'less than a minute'],
  [720_000, '12 min'],
  [3_600_000, '1 h'],
  [11_100_000, '3 h 5 min'],
  [86_400_000, '1 day'],
  [172_900_000, '2 days'],
])('a length of %d ms reads %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [1, '1 min'],
  [60_000, '1 min'],
  [700_000, '12 min'],
  [11_100_000, '3 h 5 min'],
  [86_399_000, '1 day'],
  [5 * 86_400_000 - 60_000, '5 days'],
])('with %d ms left it begins in %s', (ms, text) => {
  expect(timeUntil(1_000_000 + ms, 1_000_000)).toBe(text);
});

test('the clock follows the locale unless the user chose one', () => {
  const five = at('2026-11-20T16:00:00Z');
  expect(clockTime(five, berlin)).toBe('17:00');
  expect(clockTime(five, { ...berlin, locale: 'en-US' })).toMatch(/^5:00\sPM$/u);
  expect(clockTime(five, { ...berlin, locale: 'en-US', clock: '24' })).toBe('17:00');
  expect(clockTime(five, { ...berlin, clock: '12' })).toMatch(/^0?5:00\spm$/iu);
});

test('midnight on the 24-hour clock is 00:00, not 24:00', () => {
  expect(clockTime(at('2026-11-19T23:00:00Z'), { ...berlin, locale: 'en-US', clock: '24' })).toBe('00:00');
});

test('a day is named by its nearness in the viewer’s zone', () => {
  const now = at('2026-11-20T23:30:00Z');
  expect(dayHeading('2026-11-21', now, berlin)).toBe('Today');
  expect(dayHeading('2026-11-22', now, berlin)).toBe('Tomorrow');
  expect(dayHeading('2026-11-24', now, berlin)).toMatch(/^Tuesday,? 24 November$/u);
});

test('the home time names the city, the day only when it differs, and is silent when it reads the same', () => {
  const kops = anOccurrence({ start: '2026-11-20T17:00:00Z', zone: 'America/Los_Angeles' });
  expect(homeTime(kops, berlin)).toBe('09:00 in Los Angeles');
  expect(homeTime(kops, { ...berlin, zone: 'Pacific/Auckland' })).toMatch(
    /^Fri,? 20 Nov 09:00 in Los Angeles$/u,
  );
  expect(homeTime(kops, { ...berlin, zone: 'America/Tijuana' })).toBeNull();
});

test('a range has both ends, a moment has one, and a day has none', () => {
  expect(timeRange(anOccurrence({ start: '2026-11-20T16:00:00Z', minutes: 60 }), berlin)).toBe('17:00–18:00');
  expect(timeRange(anOccurrence({ start: '2026-11-20T16:00:00Z', minutes: 0 }), berlin)).toBe('17:00');
  expect(timeRange(anOccurrence({ allDay: ['2026-11-20', '2026-11-21'] }), berlin)).toBe('all day');
});

test('the range of what lasts a day or more has the day of its end, that of a night has not', () => {
  const night = anOccurrence({ start: '2026-11-20T21:00:00Z', minutes: 3 * 60 });
  expect(timeRange(night, berlin)).toBe('22:00–01:00');
  const trip = anOccurrence({ start: '2026-11-19T07:00:00Z', minutes: 58 * 60 });
  expect(timeRange(trip, berlin)).toMatch(/^08:00 – Sat,? 21 Nov 18:00$/u);
});

test('a zone without a region is its own city', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(cityOf('UTC')).toBe('UTC');
});

test('a day far from now is written with its year', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' } as const;
  expect(dayHeading('2027-01-05', now, format)).not.toContain('2027');
  expect(dayHeading('2025-12-09', now, format)).toContain('2025');
});

test('a short day of another year has its year, unless it is near', () => {
  const format = { locale: 'en-GB', zone: 'UTC', clock: 'locale' } as const;
  const from = (iso: string): string =>
    shortDayFrom(Date.parse(iso), Date.parse('2026-11-22T12:00Z'), format);
  expect(from('2026-11-24T12:00Z')).not.toContain('2026');
  expect(from('2027-01-05T12:00Z')).not.toContain('2027');
  expect(from('2027-06-01T12:00Z')).toContain('2027');
  expect(from('2025-12-01T12:00Z')).toContain('2025');
});

test('a day has the same mark after its weekday with and without its year', () => {
  const fullDay = (locale: string) => dayOfYear('2027-01-01', { locale, zone: 'UTC', clock: 'locale' });
  expect(fullDay('en-GB')).toBe('Friday 1 January 2027');
  expect(fullDay('en-US')).toBe('Friday, January 1, 2027');
  const short = { locale: 'en-GB', zone: 'UTC', clock: 'locale' } as const;
  expect(shortDayFrom(Date.UTC(2029, 5, 1), Date.UTC(2026, 5, 1), short)).toBe('Fri 1 Jun 2029');
});
