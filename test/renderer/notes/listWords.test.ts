import { expect, test } from 'vitest';
import type { NoteSummary } from '#core/notes/note.ts';
import type { NoteGroupKind } from '#core/notes/noteGroups.ts';
import { groupHeading, rowDay } from '#renderer/notes/manage/listWords.ts';

const format = { locale: 'en-GB', zone: 'America/New_York', clock: 'locale' } as const;
const now = Date.parse('2026-11-24T23:30:00Z');
const note = (wish: Partial<NoteSummary>): NoteSummary => ({
  path: 'a.md',
  title: 'A',
  occurrenceKey: null,
  start: null,
  series: null,
  isPinned: false,
  tags: [],
  modified: Date.parse('2026-11-24T18:05:00Z'),
  excerpt: '',
  ...wish,
});

test('a group has the name of its days', () => {
  const heading = (of: NoteGroupKind): string => groupHeading(of, '2026-11-24', format);
  expect(heading({ kind: 'pinned' })).toBe('Pinned');
  expect(heading({ kind: 'sameMonth' })).toBe('Earlier in November');
  expect(heading({ kind: 'month', month: '2026-10' })).toBe('October');
  expect(heading({ kind: 'month', month: '2025-10' })).toBe('October 2025');
  expect(heading({ kind: 'series', series: 'f|x', title: 'Docs' })).toBe('Docs');
});

test('a row says the time of today, the weekday of this week, else the date', () => {
  const day = (
    wish: Partial<NoteSummary>,
    kind: 'today' | 'thisWeek' | 'lastWeek',
    order = 'meeting' as const,
  ) => rowDay(note(wish), { order, group: { kind }, now }, format);
  expect(day({ start: '2026-11-24T21:00:00Z' }, 'today')).toBe('16:00');
  expect(day({ start: '2026-11-24' }, 'today')).toBe('');
  expect(day({}, 'today')).toBe('13:05');
  expect(day({ start: '2026-11-23' }, 'thisWeek')).toBe('Mon');
  expect(day({ start: '2026-11-19' }, 'lastWeek')).toBe('19 Nov');
  expect(day({ start: '2025-11-19' }, 'lastWeek')).toBe('19 Nov 2025');
});
