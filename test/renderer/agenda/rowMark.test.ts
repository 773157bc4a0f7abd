import { expect, test } from 'vitest';
import { marksOf } from '#renderer/agenda/describe.ts';
import { dayMarks, movedMark, noteMark, rowMark } from '#renderer/agenda/rowMark.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const format = { locale: 'en-GB', zone: 'Etc/UTC', clock: 'locale' } as const;

test('of several facts a row shows the weightiest', () => {
  const maybe = anOccurrence({ isWeekUnknown: true, status: 'tentative', isMoved: true });
  expect(rowMark([noteMark, ...marksOf(maybe)])?.kind).toBe('week');
  expect(rowMark([noteMark])?.label).toBe('note');
  expect(rowMark([])).toBeNull();
});

test('a moved meeting says from when, with the day if that is another one', () => {
  const moved = (originalStart: string) => {
    const occurrence = anOccurrence({ isMoved: true, originalStart });
    const [mark] = marksOf(occurrence);
    return mark && movedMark(mark, occurrence, format).label;
  };
  expect(moved('2026-11-20T11:30:00.000Z')).toBe('moved from 11:30');
  expect(moved('2026-11-19T12:00:00.000Z')).toBe('moved from Thu 19 Nov');
});

test('an entry of several days counts them, also one with clock times', () => {
  const trip = anOccurrence({ allDay: ['2026-11-23', '2026-11-26'] });
  expect(dayMarks(trip, '2026-11-24', format).map(({ label }) => label)).toEqual(['day 2 of 3']);
  const conference = anOccurrence({ start: '2026-11-23T09:00:00Z', minutes: 2 * 24 * 60 });
  expect(dayMarks(conference, '2026-11-23', format).map(({ label }) => label)).toEqual(['day 1 of 3']);
  expect(dayMarks(anOccurrence({ allDay: ['2026-11-23', '2026-11-24'] }), '2026-11-23', format)).toEqual([]);
  const workshop = anOccurrence({ start: '2026-11-23T09:00:00Z', minutes: 32 * 60 });
  expect(dayMarks(workshop, '2026-11-24', format).map(({ label }) => label)).toEqual(['day 2 of 2']);
  const night = anOccurrence({ start: '2026-11-23T23:30:00Z', minutes: 120 });
  expect(dayMarks(night, '2026-11-23', format)).toEqual([]);
});
