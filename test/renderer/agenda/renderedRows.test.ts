import { expect, test } from 'vitest';
import { daysOfRows, nextRows, type RenderedRows } from '#renderer/agenda/renderedRows.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const day = (date: string, count: number) => ({
  date,
  occurrences: Array.from({ length: count }, (_, index) => anOccurrence({ title: `${date} ${index}` })),
});
const days = [day('2026-11-20', 3), day('2026-11-23', 4), day('2026-12-03', 1)];
const counts = (rows: RenderedRows, direction: 'past' | 'future') =>
  daysOfRows(days, rows, direction).map(({ date, occurrences }) => [date.slice(5), occurrences.length]);

test('rows are counted from now outwards, and the days at both ends may be cut', () => {
  expect(counts({ near: 0, far: 5 }, 'future')).toEqual([
    ['11-20', 3],
    ['11-23', 2],
  ]);
  expect(counts({ near: 1, far: 5 }, 'past')).toEqual([['11-23', 4]]);
  expect(counts({ near: 4, far: 100 }, 'future')).toEqual([
    ['11-23', 3],
    ['12-03', 1],
  ]);
});

test('today is shown without meetings too', () => {
  const empty = [{ date: '2026-11-20', occurrences: [] }, day('2026-11-21', 1)];
  expect(daysOfRows(empty, { near: 0, far: 1 }, 'future')).toEqual(empty);
  expect(daysOfRows([], { near: 0, far: 48 }, 'past')).toEqual([]);
});

test('a few rows are added at a time until a viewport is ready beyond the edge, then nothing changes', () => {
  const rows = { near: 0, far: 48 };
  const view = { nearPx: 0, viewPx: 1200 };
  expect(nextRows(rows, { ...view, farPx: 1000 }, 500, true)).toEqual({ near: 0, far: 56 });
  expect(nextRows(rows, { ...view, farPx: 1300 }, 500, true)).toBe(rows);
  expect(nextRows(rows, { ...view, farPx: 1000 }, 50, true)).toEqual({ near: 0, far: 50 });
  expect(nextRows(rows, { ...view, farPx: 0 }, 48, true)).toBe(rows);
});

test('rows far behind are removed, unless the focus is in the list, and come back on the way back', () => {
  const rows = { near: 0, far: 96 };
  const farAway = { nearPx: 5000, farPx: 700, viewPx: 600 };
  expect(nextRows(rows, farAway, 500, true)).toEqual({ near: 8, far: 104 });
  expect(nextRows(rows, farAway, 500, false)).toEqual({ near: 0, far: 104 });
  const back = { nearPx: 300, farPx: 5000, viewPx: 600 };
  expect(nextRows({ near: 80, far: 176 }, back, 500, true)).toEqual({ near: 72, far: 168 });
});
