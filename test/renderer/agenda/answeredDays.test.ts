import { expect, test } from 'vitest';
import { withAnswered } from '#renderer/agenda/answeredDays.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const meeting = (title: string, start: string) => anOccurrence({ title, start: `2026-11-24T${start}:00Z` });
const [sync, maybe, late] = [meeting('Sync', '09:00'), meeting('Maybe', '12:00'), meeting('Late', '15:00')];
const titles = (...args: Parameters<typeof withAnswered>) =>
  withAnswered(...args).map(({ occurrences }) => occurrences.map(({ title }) => title));

test('an answered row keeps its place among those of its day', () => {
  const days = [{ date: '2026-11-24', occurrences: [sync, late] }];
  expect(titles(days, [maybe], 'Etc/UTC')).toEqual([['Sync', 'Maybe', 'Late']]);
});

test('after an undo the row is that of the agenda', () => {
  const days = [{ date: '2026-11-24', occurrences: [sync, maybe] }];
  expect(withAnswered(days, [maybe], 'Etc/UTC')).toBe(days);
});

test('a row of a day that is not shown stays away', () => {
  const days = [{ date: '2026-11-25', occurrences: [] }];
  expect(titles(days, [maybe], 'Etc/UTC')).toEqual([[]]);
});
