import { expect, test } from 'vitest';
import { shownDays } from '#renderer/agenda/shownDays.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const day = (date: string, count: number) => ({
  date,
  occurrences: Array.from({ length: count }, (_, index) => anOccurrence({ title: `${date} ${index}` })),
});
const days = [day('2026-11-20', 3), day('2026-11-23', 4), day('2026-12-03', 1), day('2026-12-04', 1)];
const dates = (rows: number, today: string | null): string[] =>
  shownDays(days, rows, today).map(({ date }) => date);

test('two weeks are shown at first, all days on request', () => {
  expect(dates(100, '2026-11-20')).toEqual(['2026-11-20', '2026-11-23', '2026-12-03']);
  expect(dates(100, null)).toHaveLength(4);
});

test('a day is never cut: it is shown whole or not at all', () => {
  expect(dates(4, null)).toEqual(['2026-11-20', '2026-11-23']);
  expect(dates(1, null)).toEqual(['2026-11-20']);
});
