import { expect, test } from 'vitest';
import type { NoteSummary } from '#core/notes/note.ts';
import { lastNoteBefore } from '#renderer/notes/noteWords.ts';

const note = (path: string, series: string | null, start: string | null): NoteSummary => ({
  path,
  title: path,
  occurrenceKey: null,
  start,
  series,
  isPinned: false,
  tags: [],
  modified: 0,
  excerpt: '',
});

const notes = [
  note('oldest', 's', '2026-10-27T16:00:00.000Z'),
  note('before', 's', '2026-11-10T16:00:00.000Z'),
  note('all day', 's', '2026-11-17'),
  note('open', 's', '2026-11-24T16:00:00.000Z'),
  note('later', 's', '2026-12-08T16:00:00.000Z'),
  note('other', 't', '2026-11-20T16:00:00.000Z'),
  note('free', null, '2026-11-20'),
];
const before = (path: string): string | null => {
  const open = notes.find((one) => one.path === path);
  return open === undefined ? null : (lastNoteBefore(open, notes)?.path ?? null);
};

test('the last note is that of the meeting before in the same series', () => {
  expect(before('open')).toBe('all day');
  expect(before('all day')).toBe('before');
  expect(before('oldest')).toBe(null);
  expect(before('free')).toBe(null);
});
