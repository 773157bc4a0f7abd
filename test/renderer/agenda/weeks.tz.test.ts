import { expect, test } from 'vitest';
import { weekLabel, weekStart } from '#renderer/agenda/weeks.ts';

const [MONDAY, SUNDAY] = [1, 7];

test('a Sunday ends the week in Britain and begins it in the United States', () => {
  expect(weekStart('2026-11-22', MONDAY)).toBe('2026-11-16');
  expect(weekStart('2026-11-22', SUNDAY)).toBe('2026-11-22');
});

test('weeks are named from today on, also across the end of the year', () => {
  expect(weekLabel('2026-11-22', '2026-11-20', MONDAY)).toBeNull();
  expect(weekLabel('2026-11-22', '2026-11-20', SUNDAY)).toBe('Next week');
  expect(weekLabel('2026-11-23', '2026-11-20', MONDAY)).toBe('Next week');
  expect(weekLabel('2027-01-04', '2026-12-28', MONDAY)).toBe('Next week');
  expect(weekLabel('2026-12-07', '2026-11-20', MONDAY)).toBe('In 3 weeks');
});
