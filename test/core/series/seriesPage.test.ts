import { describe, expect, it } from 'vitest';
import type { NoteSummary } from '#core/notes/note.ts';
import { buildSeriesPage, type SeriesFacts } from '#core/series/seriesPage.ts';
import type { StoryEvent } from '#core/reminders/meetingStory.ts';
import { at, anOccurrence } from '../../builders/anOccurrence.ts';

const now = at('2026-11-24T16:30:00Z');
const series = { feedId: 'feed', uid: 'pm' };
const other = { feedId: 'page', uid: 'group' };

const pm = (day: string, wish = {}) =>
  anOccurrence({ uid: 'pm', title: 'PM Group', start: `${day}T16:00:00Z`, ...wish });
const keyOf = (day: string): string => pm(day).key;

const event = (kind: StoryEvent['kind'], iso: string): StoryEvent => ({
  at: at(iso),
  kind,
  what: 'before',
  number: 10,
  why: null,
  until: null,
});

const note = (day: string, wish: Partial<NoteSummary> = {}): NoteSummary => ({
  path: `${day}.md`,
  title: 'PM Group',
  occurrenceKey: keyOf(day),
  start: `${day}T16:00:00.000Z`,
  series: 'feed|pm',
  modified: 0,
  isPinned: false,
  tags: [],
  excerpt: '',
  ...wish,
});

const pageOf = (facts: Partial<SeriesFacts>) =>
  buildSeriesPage(
    series,
    { occurrences: [], past: [], notes: [], transcripts: [], actions: [], decisions: () => [], ...facts },
    now,
    'Europe/Berlin',
  );

describe('the page of a series', () => {
  it('lists what runs and comes first, what ended last, and nothing of other series', () => {
    const page = pageOf({
      occurrences: [
        pm('2026-10-27'),
        pm('2026-11-10'),
        anOccurrence({ title: 'Another', start: '2026-11-12T10:00:00Z' }),
        pm('2026-11-24'),
        pm('2026-12-08'),
      ],
    });
    expect(page.title).toBe('PM Group');
    expect(page.next.map(({ key }) => key)).toEqual([keyOf('2026-11-24'), keyOf('2026-12-08')]);
    expect(page.earlier.map(({ occurrenceKey }) => occurrenceKey)).toEqual([
      keyOf('2026-11-10'),
      keyOf('2026-10-27'),
    ]);
  });

  it('says how each past date went', () => {
    const happened = (...events: StoryEvent[]) => ({ title: 'PM Group', isAllDay: false, happened: events });
    const page = pageOf({
      occurrences: [
        pm('2026-09-15', { status: 'cancelled' }),
        pm('2026-09-29', { skipped: { scope: 'one', from: 0 } }),
        pm('2026-10-13'),
        pm('2026-10-27'),
        pm('2026-11-10'),
      ],
      past: [
        {
          occurrenceKey: keyOf('2026-10-27'),
          start: at('2026-10-27T16:00:00Z'),
          ...happened(event('shown', '2026-10-27T15:50:00Z')),
        },
        {
          occurrenceKey: keyOf('2026-11-10'),
          start: at('2026-11-10T16:00:00Z'),
          ...happened(event('shown', '2026-11-10T15:50:00Z'), event('joined', '2026-11-10T16:01:00Z')),
        },
      ],
    });
    expect(page.earlier.map(({ outcome }) => outcome)).toEqual([
      'joined',
      'reminded',
      'unknown',
      'skipped',
      'cancelled',
    ]);
  });

  it('keeps dates that only a note or a transcript remembers', () => {
    const page = pageOf({
      occurrences: [pm('2026-11-10')],
      notes: [note('2026-11-10'), note('2026-05-12')],
      transcripts: [
        {
          path: 'Transcripts/a.json',
          title: 'a',
          occurrenceKey: keyOf('2026-06-09'),
          date: '2026-06-09',
          videoUrl: 'https://video.example/1',
        },
      ],
    });
    expect(page.earlier).toMatchObject([
      { occurrenceKey: keyOf('2026-11-10'), note: '2026-11-10.md' },
      { note: null, transcript: 'Transcripts/a.json', recording: 'https://video.example/1' },
      { occurrenceKey: keyOf('2026-05-12'), note: '2026-05-12.md' },
    ]);
  });

  it('counts the same meeting of two feeds once, with the notes and items of both', () => {
    const sources = [
      { key: keyOf('2026-11-10'), feedId: 'feed', feedName: 'Feed' },
      { key: 'page|group|2026-11-10T16:00:00.000Z', feedId: 'page', feedName: 'Page' },
    ];
    const action = { line: 1, text: 'Ask', words: '', owner: null, due: null, isDone: false };
    const page = buildSeriesPage(
      other,
      {
        occurrences: [pm('2026-11-10', { sources })],
        past: [],
        notes: [note('2026-11-10')],
        transcripts: [],
        actions: [
          { ...action, path: 'a.md', title: 'PM', start: null, series: 'feed|pm' },
          { ...action, path: 'b.md', title: 'PM', start: null, series: 'page|group', isDone: true },
          { ...action, path: 'c.md', title: 'Other', start: null, series: 'feed|other' },
        ],
        decisions: (keys) =>
          keys.has('feed|pm') ? [{ path: 'a.md', line: 2, text: 'Yes', start: null }] : [],
      },
      now,
      'UTC',
    );
    expect(page.earlier).toHaveLength(1);
    expect(page.earlier[0]?.note).toBe('2026-11-10.md');
    expect(page.openItems.map(({ path }) => path)).toEqual(['a.md']);
    expect(page.decisions).toHaveLength(1);
  });

  it('names the last date of a series that ends, and none of one that goes on', () => {
    const weeks = (count: number) =>
      Array.from({ length: count }, (_, week) =>
        pm(new Date(at('2026-11-10T00:00:00Z') + week * 7 * 86_400_000).toISOString().slice(0, 10)),
      );
    expect(pageOf({ occurrences: weeks(5) }).lastDate).toBe(at('2026-12-08T16:00:00Z'));
    expect(pageOf({ occurrences: weeks(58) }).lastDate).toBeNull();
  });
});
