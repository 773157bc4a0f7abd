import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { huesByDate } from '#core/agenda/huesByDate.ts';
import { addMonths, dateByKey, datesOfMonth, monthOf } from '#renderer/month/monthDates.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

test('a month is six whole weeks from the first day of the user’s week on', () => {
  const dates = datesOfMonth('2026-11-01', 1);
  expect([dates[0], dates.at(-1), dates.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  expect(datesOfMonth('2026-11-01', 7)[0]).toBe('2026-11-01');
});

test('the same day of another month, or its last day', () => {
  expect(addMonths('2026-11-24', 2)).toBe('2027-01-24');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', -1)).toBe('2025-12-31');
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), (months) => {
      expect(addMonths(addMonths('2026-11-24', months), -months)).toBe('2026-11-24');
    }),
  );
});

test('keys move by days, weeks and months', () => {
  const reached = (key: string) => dateByKey(key, '2026-11-30', 1);
  expect(['ArrowRight', 'ArrowUp', 'Home', 'End', 'PageUp', 'x'].map(reached)).toEqual([
    '2026-12-01',
    '2026-11-23',
    '2026-11-30',
    '2026-12-06',
    '2026-10-30',
    null,
  ]);
  expect(monthOf('2026-11-30')).toBe('2026-11-01');
});

test('a date has the colours of its meetings, each once and at most three, without what is off', () => {
  const feeds = ['one', 'one', 'two', 'three', 'four'];
  const all = [
    anOccurrence({ title: 'Off', feedId: 'five', status: 'cancelled' }),
    ...feeds.map((feedId, index) => anOccurrence({ title: `${index}`, feedId })),
    anOccurrence({ title: 'Trip', feedId: 'two', allDay: ['2026-11-21', '2026-11-23'] }),
  ];
  const hues = huesByDate(
    all,
    ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'],
    'UTC',
    (one) =>
      one.feedId === 'one'
        ? 'blue'
        : one.feedId === 'two'
          ? 'teal'
          : one.feedId === 'three'
            ? 'red'
            : 'slate',
  );
  expect([...hues]).toEqual([
    ['2026-11-20', ['blue', 'teal', 'red']],
    ['2026-11-21', ['teal']],
    ['2026-11-22', ['teal']],
  ]);
});
