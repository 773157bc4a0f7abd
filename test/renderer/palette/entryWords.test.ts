import { expect, test } from 'vitest';
import { meetingEntry } from '#renderer/palette/paletteEntries.ts';
import { entryWords } from '#renderer/palette/entryWords.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const NOW = Date.parse('2026-11-24T15:51:00Z');
const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' } as const;

test('a meeting has its day and time, and below its day its time alone', () => {
  const entry = meetingEntry(anOccurrence({ start: '2026-12-01T17:00:00Z' }));
  expect(entryWords(entry, NOW, format).aside).toBe('Tue 1 Dec, 18:00');
  expect(entryWords({ ...entry, isBelowItsDay: true }, NOW, format).aside).toBe('18:00');
});

test('a date of another year has its year, in the order of the locale', () => {
  const titleOf = (date: string, locale: string) =>
    entryWords({ kind: 'date', id: 'date', name: '', others: [], date, meetingCount: 0 }, NOW, {
      ...format,
      locale,
    }).title;
  expect(titleOf('2026-12-01', 'en-GB')).toBe('Tuesday 1 December');
  expect(titleOf('2027-01-01', 'en-GB')).toBe('Friday 1 January 2027');
  expect(titleOf('2027-01-01', 'en-US')).toBe('Friday, January 1, 2027');
});
