import { expect, test } from 'vitest';
import {
  daysOfRows,
  indexOfRow,
  nextRows,
  rowsAround,
  trimmedRows,
  wholeDays,
  type RenderedRows,
} from '#renderer/agenda/renderedRows.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const day = (date: string, count: number) => ({
  date,
  occurrences: Array.from({ length: count }, (_, index) =>
    anOccurrence({ title: `${date} ${index}`, key: `${date} ${index}` }),
  ),
});
const days = [day('2026-11-20', 3), day('2026-11-23', 4), day('2026-12-03', 1)];
const parts = (rows: Partial<RenderedRows>, direction: 'past' | 'future' = 'future') =>
  daysOfRows(days, { near: 0, far: 48, kept: null, ...rows }, direction).map(
    ({ day: { date }, from, to, kept }) => [date.slice(5), from, to, kept],
  );

test('rows are counted from now outwards, and the days at both ends may be cut', () => {
  expect(parts({ far: 5 })).toEqual([
    ['11-20', 0, 3, null],
    ['11-23', 0, 2, null],
  ]);
  expect(parts({ near: 1, far: 5 }, 'past')).toEqual([['11-23', 0, 4, null]]);
  expect(parts({ near: 4, far: 100 })).toEqual([
    ['11-23', 1, 4, null],
    ['12-03', 0, 1, null],
  ]);
});

test('a row that is kept stays in its day, far from the others', () => {
  expect(parts({ near: 7, kept: '2026-11-20 1' })).toEqual([
    ['11-20', 3, 3, 1],
    ['12-03', 0, 1, null],
  ]);
  expect(parts({ near: 4, kept: '2026-11-23 0' })).toEqual([
    ['11-23', 1, 4, 0],
    ['12-03', 0, 1, null],
  ]);
  expect(parts({ far: 5, kept: '2026-11-23 0' })).toEqual(parts({ far: 5 }));
});

test('today is shown without meetings too', () => {
  const empty = [{ date: '2026-11-20', occurrences: [] }, day('2026-11-21', 1)];
  expect(wholeDays(empty).map((one) => one.day)).toEqual(empty);
  expect(daysOfRows([], { near: 0, far: 48, kept: null }, 'past')).toEqual([]);
});

test('the rows of a day are counted in the whole list', () => {
  expect(wholeDays(days).map(({ before }) => before)).toEqual([0, 3, 7]);
  expect(indexOfRow(days, '2026-11-23 1', 'future')).toBe(4);
  expect(indexOfRow(days, '2026-11-23 1', 'past')).toBe(3);
  expect(indexOfRow(days, 'gone', 'future')).toBe(-1);
});

test('a row of a meeting that lasts several days is found on its date', () => {
  const trip = anOccurrence({ title: 'Trip', key: 'trip' });
  const long = [
    { date: '2026-11-20', occurrences: [trip] },
    { date: '2026-11-21', occurrences: [trip] },
  ];
  expect(indexOfRow(long, 'trip', 'future')).toBe(0);
  expect(indexOfRow(long, 'trip#2026-11-21', 'future')).toBe(1);
});

test('one row is added at a time until enough is ready beyond both edges, then nothing changes', () => {
  const rows = { near: 0, far: 48, kept: null };
  const view = { nearPx: 0, viewPx: 600 };
  expect(nextRows(rows, { ...view, farPx: 500 }, 500)).toMatchObject({ near: 0, far: 49 });
  expect(nextRows(rows, { ...view, farPx: 1300 }, 500)).toBe(rows);
  expect(nextRows(rows, { ...view, farPx: 500 }, 49)).toMatchObject({ near: 0, far: 49 });
  expect(nextRows(rows, { ...view, farPx: 0 }, 48)).toBe(rows);
  const later = { near: 80, far: 152, kept: 'focused' };
  const back = { nearPx: 300, farPx: 5000, viewPx: 600 };
  expect(nextRows(later, back, 500)).toEqual({ near: 79, far: 152, kept: 'focused' });
  // A frame has time for one edge: the nearer one.
  expect(nextRows(later, { ...back, farPx: 400 }, 500)).toMatchObject({ near: 79, far: 152 });
  expect(nextRows(later, { ...back, farPx: 200 }, 500)).toMatchObject({ near: 80, far: 153 });
});

test('rows far behind are removed a few at a time, but for the kept one', () => {
  const rows = { near: 0, far: 100, kept: null };
  const below = { nearPx: 3000, farPx: 700, viewPx: 600 };
  expect(trimmedRows(rows, below, 'focused')).toEqual({ near: 8, far: 100, kept: 'focused' });
  expect(trimmedRows(rows, { ...below, nearPx: 1400 }, null)).toBe(rows);
  expect(trimmedRows({ ...rows, far: 60 }, below, null)).toEqual({ ...rows, far: 60 });
  const above = { nearPx: 700, farPx: 3000, viewPx: 600 };
  expect(trimmedRows(rows, above, null)).toMatchObject({ near: 0, far: 92 });
});

test('a row that is looked for is rendered with some above it', () => {
  const rows = { near: 0, far: 48, kept: null };
  expect(rowsAround(rows, 40, null)).toBe(rows);
  expect(rowsAround(rows, 70, 'focused')).toEqual({ near: 46, far: 106, kept: 'focused' });
});
