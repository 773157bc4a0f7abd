import { expect, test } from 'vitest';
import { barWords, freeWords, restWords, shortCity } from '#renderer/agenda/grid/gridWords.ts';
import { hourLabels, zoneDifference } from '#renderer/agenda/grid/hours.ts';
import { itemAcross, itemAlong, itemAtEdge, type GridItem } from '#renderer/agenda/grid/moves.ts';
import { columnsIn, datesOfPeriod, weekNumber } from '#renderer/agenda/grid/period.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const inBerlin: TimeFormat = { locale: 'en-GB', zone: 'Europe/Berlin', clock: '24' };

test('a week begins on the first day of the user’s week; where it does not fit, on the shown day', () => {
  const span = (dates: readonly string[]) => `${dates[0]} ${dates.at(-1)}`;
  expect(span(datesOfPeriod('week', '2026-11-24', 7, 1))).toBe('2026-11-23 2026-11-29');
  expect(span(datesOfPeriod('week', '2026-11-24', 7, 7))).toBe('2026-11-22 2026-11-28');
  expect(span(datesOfPeriod('week', '2026-11-24', 5, 1))).toBe('2026-11-24 2026-11-28');
  expect(datesOfPeriod('day', '2026-11-24', 7, 1)).toEqual(['2026-11-24']);
  expect([columnsIn(760), columnsIn(410), columnsIn(250)]).toEqual([7, 5, 3]);
});

test('a week has the ISO number of its Thursday, whatever day it begins on', () => {
  expect(weekNumber('2026-11-23', 1)).toBe(48);
  expect(weekNumber('2026-11-22', 7)).toBe(48);
  expect(weekNumber('2026-12-28', 1)).toBe(53);
  expect(weekNumber('2027-01-04', 1)).toBe(1);
});

test('the hours of another zone stand beside the user’s, also half an hour off', () => {
  expect(hourLabels('2026-11-24', 'Europe/Berlin', inBerlin).slice(8, 10)).toEqual(['08', '09']);
  expect(hourLabels('2026-11-24', 'America/Los_Angeles', inBerlin).slice(8, 10)).toEqual(['23', '00']);
  expect(hourLabels('2026-11-24', 'Asia/Kolkata', inBerlin)[8]).toBe('12:30');
  const inBoston = { locale: 'en-US', zone: 'America/New_York', clock: 'locale' } as const;
  expect(hourLabels('2026-11-24', 'America/New_York', inBoston).slice(8, 14)).toEqual([
    '8 AM',
    '9 AM',
    '10 AM',
    '11 AM',
    '12 PM',
    '1 PM',
  ]);
  expect(zoneDifference('2026-11-24', 'Europe/Berlin', 'America/Los_Angeles')).toBe('−9 h');
  expect(zoneDifference('2026-11-24', 'Europe/Berlin', 'Asia/Kolkata')).toBe('+4:30 h');
  expect(zoneDifference('2026-11-24', 'Europe/Berlin', 'Europe/Rome')).toBe('');
  // Clocks there have not changed yet.
  expect(zoneDifference('2026-10-27', 'Europe/Berlin', 'America/Los_Angeles')).toBe('−8 h');
});

test('free time is rounded down to whole hours, and said until when it lasts', () => {
  expect([0, 29, 30, 59, 60, 465].map(freeWords)).toEqual([
    '',
    '',
    '30 min free',
    '59 min free',
    '1 h free',
    '7 h free',
  ]);
  expect(restWords({ from: 1011, to: 1140 }, 1011, 'week', inBerlin)).toBe('free until 19:00');
  expect(restWords({ from: 1110, to: 1200 }, 1011, 'week', inBerlin)).toBe('1 h 30 min free');
  expect(restWords({ from: 1200, to: 1440 }, 1011, 'week', inBerlin)).toBe('free from 20:00');
  expect(restWords({ from: 1200, to: 1440 }, 1011, 'day', inBerlin)).toBe('free for the rest of the day');
});

test('a bar says which of its days is shown; a city of several words is shortened', () => {
  const offsite = anOccurrence({ title: 'Offsite', allDay: ['2026-11-24', '2026-11-27'] });
  expect(barWords(offsite, '2026-11-25', inBerlin)).toBe('Offsite, day 2 of 3');
  const freeze = anOccurrence({ title: 'Freeze', allDay: ['2026-11-24', '2026-11-25'] });
  expect(barWords(freeze, '2026-11-24', inBerlin)).toBe('Freeze');
  expect(['Los Angeles', 'Berlin', 'São Paulo'].map(shortCity)).toEqual(['LA', 'Berlin', 'SP']);
});

const item = (id: string, column: number, at: number): GridItem => ({ id, first: column, last: column, at });
const heads = [item('Mon', 0, -1000), item('Tue', 1, -1000), item('Wed', 2, -1000)];
const trip: GridItem = { id: 'Trip', first: 1, last: 2, at: -100 };
const [early, late, next] = [item('early', 0, 540), item('late', 0, 900), item('next', 2, 880)];
const items = [...heads, trip, early, late, next];

test('up and down go along a day, through what lasts all day to its name', () => {
  expect(itemAlong(items, early, 1)?.id).toBe('late');
  expect(itemAlong(items, late, 1)).toBeNull();
  expect(itemAlong(items, early, -1)?.id).toBe('Mon');
  expect(itemAlong(items, trip, -1)?.id).toBe('Tue');
});

test('left and right go to the nearest meeting of the next day that has one, names go to names', () => {
  expect(itemAcross(items, early, 1, 3)?.id).toBe('next');
  expect(itemAcross(items, next, -1, 3)?.id).toBe('late');
  expect(itemAcross(items, next, 1, 3)).toBeNull();
  expect(itemAcross(items, item('Mon', 0, -1000), 1, 3)?.id).toBe('Tue');
});

test('a new page begins at the meeting nearest to the edge, or with what it has', () => {
  expect(itemAtEdge(items, 1, 600, 3)?.id).toBe('early');
  expect(itemAtEdge(items, -1, 600, 3)?.id).toBe('next');
  expect(itemAtEdge(heads, 1, 600, 3)?.id).toBe('Mon');
  expect(itemAtEdge([], 1, 600, 1)).toBeNull();
});
