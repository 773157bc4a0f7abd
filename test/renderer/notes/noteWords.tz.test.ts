import { expect, test } from 'vitest';
import { newestFirst, noteDay, saveWords } from '#renderer/notes/noteWords.ts';
import type { NoteSummary } from '#core/notes/note.ts';

const aNote = (wish: Partial<NoteSummary>): NoteSummary => ({
  path: 'a.md',
  title: 'SIG Node',
  occurrenceKey: null,
  start: null,
  series: null,
  modified: Date.parse('2026-11-18T12:00:00Z'),
  isPinned: false,
  tags: [],
  excerpt: '',
  ...wish,
});

test('notes are sorted by their meeting, without one by their last change', () => {
  const notes = [
    aNote({ path: 'old.md', start: '2026-11-06T12:00:00.000Z' }),
    aNote({ path: 'new.md', start: '2026-11-20T12:00:00.000Z' }),
    aNote({ path: 'other.md' }),
  ];
  expect(newestFirst(notes).map(({ path }) => path)).toEqual(['new.md', 'other.md', 'old.md']);
});

test('a note shows the day of its meeting in the viewer’s zone; a date stays the same date', () => {
  const format = { locale: 'en-GB', zone: 'Pacific/Auckland', clock: 'locale' } as const;
  expect(noteDay(aNote({ start: '2026-11-20T16:00:00.000Z' }), format)).toContain('21');
  expect(noteDay(aNote({ start: '2026-11-20' }), format)).toContain('20');
});

test('one word says whether the text is saved', () => {
  expect(saveWords({ kind: 'idle' }, false)).toBe('');
  expect(saveWords({ kind: 'idle' }, true)).toBe('Saving…');
  expect(saveWords({ kind: 'saved' }, false)).toBe('Saved');
  expect(saveWords({ kind: 'saved' }, true)).toBe('Saving…');
  expect(saveWords({ kind: 'failed', problem: { code: '', title: '', detail: '' } }, true)).toBe('Not saved');
});
