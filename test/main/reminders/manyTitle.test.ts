import { expect, test } from 'vitest';
import { manyTitle } from '#main/reminders/manyNotices.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

/** A notice is a moment late. */
const NOW = at('2026-11-20T10:00:00.050Z');

test.each([
  ['2 meetings began while you were away', '09:40', '09:55'],
  ['2 meetings begin now', '10:00', '10:00'],
  ['2 meetings begin now or are on', '09:55', '10:00'],
  ['2 meetings begin now or soon', '10:00', '10:10'],
  ['2 meetings are on or begin soon', '09:55', '10:10'],
  ['2 meetings begin in 1 min', '10:01', '10:01'],
  ['2 meetings begin in 10 min', '10:10', '10:10'],
  ['2 meetings begin soon', '10:05', '10:10'],
])('“%s” is the title for meetings at %s and %s', (words, ...starts) => {
  const meetings = starts.map((time) => anOccurrence({ start: `2026-11-20T${time}:00Z` }));
  expect(manyTitle(meetings, NOW)).toBe(words);
});
