import { expect, test } from 'vitest';
import type { NoteSummary } from '#core/notes/note.ts';
import { momentOf, noteGroups, type NoteOrder } from '#core/notes/noteGroups.ts';

const note = (title: string, wish: Partial<NoteSummary> = {}): NoteSummary => ({
  path: `${title}.md`,
  title,
  occurrenceKey: null,
  start: null,
  series: null,
  isPinned: false,
  tags: [],
  modified: 0,
  excerpt: '',
  ...wish,
});

/** Tuesday. */
const clock = { now: Date.parse('2026-11-24T23:30:00Z'), zone: 'America/New_York', firstDayOfWeek: 1 };
const listed = (notes: readonly NoteSummary[], order: NoteOrder = 'meeting'): Record<string, string[]> =>
  Object.fromEntries(
    noteGroups(notes, order, clock).map(({ id, notes: some }) => [id, some.map(({ title }) => title)]),
  );

test('notes are grouped by the days of their meetings in the zone of the user', () => {
  const notes = [
    note('month before', { start: '2026-10-31' }),
    note('pinned', { start: '2026-01-01', isPinned: true }),
    note('this month', { start: '2026-11-12' }),
    note('last week', { start: '2026-11-22T12:00:00Z' }),
    note('monday', { start: '2026-11-23' }),
    note('today', { start: '2026-11-25T01:00:00Z' }),
    note('tomorrow', { start: '2026-11-25T06:00:00Z' }),
    note('changed today', { modified: Date.parse('2026-11-24T18:00:00Z') }),
    note('long ago', { start: '2025-10-01' }),
  ];
  expect(listed(notes)).toEqual({
    pinned: ['pinned'],
    later: ['tomorrow'],
    today: ['today', 'changed today'],
    thisWeek: ['monday'],
    lastWeek: ['last week'],
    sameMonth: ['this month'],
    'month 2026-10': ['month before'],
    'month 2025-10': ['long ago'],
  });
});

test('notes are listed by their last change, by title, or by series', () => {
  const notes = [
    note('Note 10', { start: '2026-11-24', modified: 1, series: 'f|a' }),
    note('note 9', { start: '2026-11-23', modified: 3, series: 'f|a' }),
    note('Another', { start: '2026-11-22', modified: 2 }),
  ];
  expect(listed(notes, 'changed')).toEqual({ 'month 1969-12': ['note 9', 'Another', 'Note 10'] });
  expect(listed(notes, 'title')).toEqual({ all: ['Another', 'note 9', 'Note 10'] });
  expect(listed(notes, 'series')).toEqual({ 'series f|a': ['Note 10', 'note 9'], noSeries: ['Another'] });
});

test.each([
  ['2026-11-24', 'Etc/UTC', '2026-11-24T12:00:00Z'],
  ['2026-11-24', 'Asia/Tokyo', '2026-11-24T03:00:00Z'],
  // The clock changes on that day.
  ['2026-03-08', 'America/New_York', '2026-03-08T16:00:00Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T17:00:00Z'],
  ['2026-09-27', 'Pacific/Auckland', '2026-09-26T23:00:00Z'],
])('a note of %s without a time is about its noon in %s', (start, zone, noon) => {
  expect(momentOf(note('a note', { start }), zone)).toBe(Date.parse(noon));
});

test('a note of a day that does not exist is about its last change', () => {
  expect(momentOf(note('a note', { start: '2026-13-45', modified: 5 }), 'Etc/UTC')).toBe(5);
});

test('the week begins on the day of the locale', () => {
  const sunday = note('sunday', { start: '2026-11-22' });
  expect(noteGroups([sunday], 'meeting', { ...clock, firstDayOfWeek: 7 })[0]?.id).toBe('thisWeek');
});
