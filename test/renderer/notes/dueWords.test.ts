import { expect, test } from 'vitest';
import { dueWords } from '#renderer/notes/dueWords.ts';

const format = { locale: 'en-US', zone: 'America/Los_Angeles', clock: 'locale' } as const;
const wordsOf = (due: string, isDone = false): string => dueWords(due, isDone, '2026-11-24', format).words;

test('a due date is a day of this week in words, and else a date', () => {
  expect(wordsOf('2026-11-24')).toBe('today');
  expect(wordsOf('2026-11-25')).toBe('tomorrow');
  expect(wordsOf('2026-11-27')).toBe('Fri');
  expect(wordsOf('2026-12-01')).toBe('Tue, Dec 1');
  expect(wordsOf('2028-12-01')).toBe('Fri, Dec 1, 2028');
});

test('a date that has passed says for how long, and of what is done when it was', () => {
  expect(dueWords('2026-11-23', false, '2026-11-24', format)).toEqual({ words: '1 day late', isLate: true });
  expect(wordsOf('2026-11-14')).toBe('10 days late');
  expect(dueWords('2026-11-23', true, '2026-11-24', format)).toEqual({ words: 'Mon, Nov 23', isLate: false });
});
