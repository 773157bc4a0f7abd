import { expect, test } from 'vitest';
import { dayFor } from '#renderer/agenda/useShownDay.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const day = (date: string, count: number) => ({
  date,
  occurrences: Array.from({ length: count }, (_, index) => anOccurrence({ title: `${date} ${index}` })),
});
const days = [day('2026-11-20', 30), day('2026-11-23', 40), day('2026-12-03', 5)];
const [, middle, last] = days;

test('a day without meetings is stood for by the next that has some, or by the last', () => {
  expect(dayFor(days, '2026-11-23')).toBe(middle);
  expect(dayFor(days, '2026-11-24')).toBe(last);
  expect(dayFor(days, '2027-01-01')).toBe(last);
  expect(dayFor([], '2026-11-24')).toBeUndefined();
});
