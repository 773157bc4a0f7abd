import { expect, test } from 'vitest';
import { keyOfRow, listedDays, rowIdOf } from '#core/agenda/listedDays.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const zone = 'Europe/Berlin';
const now = at('2026-11-24T15:51:00Z');
/** From 20 to 28 November in Berlin. */
const window = { from: at('2026-11-19T23:00:00Z'), to: at('2026-11-28T23:00:00Z') };
const listed = (...occurrences: Occurrence[]) =>
  listedDays(occurrences, window, now, zone).map(({ date, occurrences: own }) =>
    [date.slice(5), own.map(({ title }) => title)].flat(),
  );

test('days with meetings are listed in order, past ones too, and today always', () => {
  const past = anOccurrence({ title: 'Past', start: '2026-11-20T09:00:00Z' });
  const late = anOccurrence({ title: 'Late', start: '2026-11-26T22:30:00Z' });
  expect(listed(past, late)).toEqual([['11-20', 'Past'], ['11-24'], ['11-26', 'Late']]);
});

test('a meeting of several days stands on each of its days within the window, before the others', () => {
  const trip = anOccurrence({ title: 'Trip', allDay: ['2026-11-18', '2026-11-22'] });
  const camp = anOccurrence({ title: 'Camp', start: '2026-11-27T09:00:00Z', minutes: 3 * 24 * 60 });
  const talk = anOccurrence({ title: 'Talk', start: '2026-11-20T08:00:00Z' });
  expect(listed(trip, talk, camp)).toEqual([
    ['11-20', 'Trip', 'Talk'],
    ['11-21', 'Trip'],
    ['11-24'],
    ['11-27', 'Camp'],
    ['11-28', 'Camp'],
  ]);
});

test('a workshop from one morning to the next afternoon is listed on both days', () => {
  const workshop = anOccurrence({ title: 'Workshop', start: '2026-11-26T08:00:00Z', minutes: 32 * 60 });
  expect(listed(workshop)).toEqual([['11-24'], ['11-26', 'Workshop'], ['11-27', 'Workshop']]);
});

test('a meeting over midnight stands on its first day, and today too while it is on', () => {
  const night = anOccurrence({ title: 'Night', start: '2026-11-25T22:00:00Z', minutes: 180 });
  expect(listed(night)).toEqual([['11-24'], ['11-25', 'Night']]);
  const on = anOccurrence({ title: 'On', start: '2026-11-23T20:00:00Z', minutes: 23 * 60 });
  expect(listed(on)).toEqual([
    ['11-23', 'On'],
    ['11-24', 'On'],
  ]);
  const moment = anOccurrence({ title: 'Moment', start: '2026-11-25T23:00:00Z', minutes: 0 });
  expect(listed(moment)).toEqual([['11-24'], ['11-26', 'Moment']]);
});

test('each row has its own id, from which the key of its meeting is read', () => {
  const trip = anOccurrence({ allDay: ['2026-11-23', '2026-11-26'] });
  const dates = ['2026-11-23', '2026-11-24', '2026-11-25'];
  const ids = dates.map((date) => rowIdOf(trip, date, '2026-11-24', zone));
  expect(ids).toEqual([trip.key, trip.key, `${trip.key}#2026-11-25`]);
  expect(ids.map(keyOfRow)).toEqual([trip.key, trip.key, trip.key]);
  expect(rowIdOf(trip, '2026-11-24', '2026-11-20', zone)).toBe(`${trip.key}#2026-11-24`);
});
