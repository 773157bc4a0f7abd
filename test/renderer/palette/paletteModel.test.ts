import { describe, expect, test } from 'vitest';
import { dateIn, furtherQuery, paletteGroups, spokenCount } from '#renderer/palette/paletteModel.ts';
import type { PaletteSources } from '#renderer/palette/paletteEntries.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const note = {
  path: 'Release timeline.md',
  title: 'Release timeline',
  occurrenceKey: null,
  start: null,
  series: null,
  modified: at('2026-11-17T10:00:00Z'),
  isPinned: false,
  tags: [],
  excerpt: 'Mira moves the freeze',
};

const mira = {
  people: [{ name: 'Mira Okafor', address: 'mira@example.org', reply: 'yes', isOrganizer: false }],
  replies: { yes: 1, maybe: 0, no: 0, none: 0 },
} as const;

const sources: PaletteSources = {
  now: at('2026-11-24T15:51:00Z'),
  zone: 'UTC',
  communities: [],
  listed: [],
  todos: [],
  notes: [note],
  onDate: [],
  further: [],
  occurrences: [
    anOccurrence({ title: 'SIG Release', uid: 'release', start: '2026-11-17T16:00:00Z' }),
    anOccurrence({ title: 'SIG Release', uid: 'release', start: '2026-12-01T16:00:00Z' }),
    anOccurrence({ title: 'SIG Release', uid: 'release', start: '2026-12-08T16:00:00Z' }),
    anOccurrence({ title: 'Budget review', uid: 'budget', start: '2026-12-01T17:00:00Z', attendance: mira }),
    anOccurrence({ title: 'Kick-off', uid: 'kick-off', start: '2026-11-20T09:00:00Z' }),
  ].toSorted((one, other) => one.originalStart.localeCompare(other.originalStart)),
};

const groups = (
  text: string,
  recent: readonly string[] = [],
  more: Partial<Pick<PaletteSources, 'onDate' | 'further'>> = {},
) => {
  const date = dateIn({ text, isMonthFirst: false }, sources.now, sources.zone);
  return paletteGroups({ text, date, recent }, { ...sources, ...more });
};

/** `group: name, name` for each group. */
const shown = (text: string, recent: readonly string[] = []): string[] =>
  groups(text, recent).map(({ name, rows }) => `${name}: ${rows.map(({ entry }) => entry.name).join(', ')}`);

describe('the palette', () => {
  test('a community of the directory is found by its topic, unless it is a group already', () => {
    const rows = [
      { id: 'bytecode-alliance', name: 'Bytecode Alliance', aliases: ['wasmtime'], topics: ['wasm'] },
    ].map((facts) =>
      Object.assign(facts, {
        kind: 'project' as const,
        foundation: null,
        about: 'Runs modules.',
        isArchived: false,
        parts: [],
        calendarCount: 1,
        mainCount: 1,
        meetingCount: 0,
        datedCount: 0,
        asOf: null,
        isFollowed: false,
        isUsed: false,
      }),
    );
    const found = paletteGroups({ text: 'wasm', date: null, recent: [] }, { ...sources, listed: rows });
    expect(found.map(({ name, rows: own }) => [name, own.map(({ entry }) => entry.name)])).toEqual([
      ['communities', ['Bytecode Alliance']],
    ]);
  });

  test('a series is found once, by its next meeting', () => {
    const [first] = groups('sig rel');
    expect(first?.rows).toHaveLength(1);
    expect(first?.rows[0]?.entry).toMatchObject({
      kind: 'meeting',
      occurrence: { originalStart: '2026-12-01T16:00:00.000Z' },
    });
  });

  test('a series that is over is found by its last meeting', () => {
    expect(shown('kick')).toEqual(['meetings: Kick-off']);
  });

  test('meetings come before notes, and both before what only mentions the words', () => {
    expect(shown('release').slice(0, 2)).toEqual(['meetings: SIG Release', 'notes: Release timeline']);
    expect(shown('mira')).toEqual(['meetings: Budget review', 'notes: Release timeline']);
  });

  test('beside a meeting of that name, one that only mentions the words is left out', () => {
    const mention = anOccurrence({
      title: 'Planning',
      uid: 'planning',
      start: '2026-12-02T16:00:00Z',
      description: { format: 'text', content: 'After SIG Release' },
    });
    const date = null;
    const found = (text: string) =>
      paletteGroups(
        { text, date, recent: [] },
        { ...sources, occurrences: [mention, ...sources.occurrences] },
      )
        .filter(({ name }) => name === 'meetings')
        .flatMap(({ rows }) => rows.map(({ entry }) => entry.name));
    expect(found('sig rel')).toEqual(['SIG Release']);
    expect(found('after sig')).toEqual(['Planning']);
  });

  test('before anything is typed it offers what was used last, what comes next and actions', () => {
    expect(shown('', ['note Release timeline.md', 'gone'])).toEqual([
      'recent: Release timeline',
      'meetings: SIG Release, Budget review, Kick-off',
      expect.stringMatching(/^actions: Join the next meeting, New note/u),
    ]);
  });

  test('a thing that was used lately comes first among its like', () => {
    const names = (recent: readonly string[]) =>
      groups('theme', recent).find(({ name }) => name === 'actions')?.rows[0]?.entry.name;
    expect(names(['action darkTheme'])).toBe('Dark theme');
    expect(names(['action lightTheme'])).toBe('Light theme');
  });

  test('> finds actions alone', () => {
    expect(shown('> release')).toEqual([]);
    expect(shown('>pause')).toEqual([
      'actions: Pause reminders for an hour, Pause reminders until tomorrow, Resume reminders',
    ]);
  });

  test('@ finds people by their names, with the next meeting that invites them', () => {
    expect(shown('@okafor')).toEqual(['people: Mira Okafor']);
    expect(groups('@mira')[0]?.rows[0]?.entry).toMatchObject({ occurrence: { title: 'Budget review' } });
  });

  test('a date comes first, with its meetings', () => {
    const onDate = sources.occurrences.filter(({ originalStart }) => originalStart.startsWith('2026-12-01'));
    expect(groups('next tue', [], { onDate }).map(({ name, rows }) => [name, rows.length])).toMatchObject([
      ['date', 1],
      ['onThatDay', 2],
      ['actions', 2],
    ]);
    expect(groups('next tue')[0]?.rows[0]?.entry.name).toBe('2026-12-01');
  });

  test('a date counts all its meetings, not only those that are listed', () => {
    const onDate = Array.from({ length: 9 }, (_, hour) =>
      anOccurrence({ uid: `meeting-${String(hour)}`, start: `2026-12-01T0${String(hour)}:00:00Z` }),
    );
    const [date, listed] = groups('next tue', [], { onDate });
    expect(date?.rows[0]?.entry).toMatchObject({ meetingCount: 9 });
    expect(listed?.rows).toHaveLength(5);
  });

  test('series that only main knows come last, each once; those that the window has are not repeated', () => {
    const further = [
      anOccurrence({ title: 'SIG Release', uid: 'release', start: '2026-06-02T16:00:00Z' }),
      anOccurrence({ title: 'Release party', uid: 'party', start: '2026-05-02T16:00:00Z' }),
      anOccurrence({ title: 'Release party', uid: 'party', start: '2027-05-02T16:00:00Z' }),
    ];
    const found = groups('release', [], { further });
    expect(found.map(({ name }) => name)).toEqual(['meetings', 'notes', 'further']);
    expect(found.at(-1)?.rows).toHaveLength(1);
    expect(found.at(-1)?.rows[0]?.entry).toMatchObject({
      occurrence: { title: 'Release party', originalStart: '2027-05-02T16:00:00.000Z' },
    });
  });

  test('main is asked neither for actions nor for people', () => {
    expect(['release ', '> pause', '@mira', ' '].map(furtherQuery)).toEqual(['release', '', '', '']);
  });

  test('says how many results there are', () => {
    expect([spokenCount(groups('kick')), spokenCount(groups('xyzxyz'))]).toEqual(['1 result', 'No results']);
  });
});
