import { expect, test } from 'vitest';
import { dayFor, rowsAround } from '#renderer/agenda/useShownDay.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const day = (date: string, count: number) => ({
  date,
  occurrences: Array.from({ length: count }, (_, index) => anOccurrence({ title: `${date} ${index}` })),
});
const days = [day('2026-11-20', 30), day('2026-11-23', 40), day('2026-12-03', 5)];
const [first, middle, last] = days;

test('a day without meetings is stood for by the next that has some, or by the last', () => {
  expect(dayFor(days, '2026-11-23')).toBe(middle);
  expect(dayFor(days, '2026-11-24')).toBe(last);
  expect(dayFor(days, '2027-01-01')).toBe(last);
  expect(dayFor([], '2026-11-24')).toBeUndefined();
});

test('the first row of the day is rendered, with some above it', () => {
  const rows = { near: 0, far: 48 };
  expect(rowsAround(rows, days, middle!, 'future', true)).toBe(rows);
  expect(rowsAround(rows, days, last!, 'future', true)).toEqual({ near: 46, far: 118 });
  expect(rowsAround(rows, days, first!, 'past', true)).toEqual({ near: 50, far: 122 });
});

test('no row between now and the day is removed while the focus is in the list', () => {
  expect(rowsAround({ near: 0, far: 48 }, days, last!, 'future', false)).toEqual({ near: 0, far: 118 });
});
