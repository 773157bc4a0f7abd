import { expect, test } from 'vitest';
import { buildBrief, type BriefFacts } from '#core/brief/brief.ts';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';
import type { NotedAction, NotedDecision, NoteSummary } from '#core/notes/note.ts';
import { anOccurrence, at } from '#test/builders/anOccurrence.ts';

const pm = (day: string) => anOccurrence({ uid: 'pm', title: 'PM Group', start: `${day}T16:00:00Z` });
const today = pm('2026-11-24');

const note = (day: string): NoteSummary => ({
  path: `${day}.md`,
  title: 'PM Group',
  occurrenceKey: pm(day).key,
  start: `${day}T16:00:00.000Z`,
  series: 'feed|pm',
  isPinned: false,
  tags: [],
  modified: 0,
  excerpt: '',
});
const item = (wish: Partial<NotedAction>): NotedAction => ({
  line: 1,
  text: '',
  words: '',
  owner: null,
  due: null,
  isDone: false,
  path: '2026-11-10.md',
  title: 'PM Group',
  start: '2026-11-10T16:00:00.000Z',
  series: 'feed|pm',
  ...wish,
});
const decided = (day: string, text: string): NotedDecision => ({
  line: 18,
  text,
  path: `${day}.md`,
  start: `${day}T16:00:00.000Z`,
});
const change = (day: string, wish: Partial<SeriesChange> = {}): SeriesChange => ({
  at: at(`${day}T08:00:00Z`),
  feedId: 'feed',
  uid: 'pm',
  title: 'PM Group',
  what: 'room',
  start: '2026-11-24T16:00:00.000Z',
  before: 'Zoom 1',
  after: 'Zoom 2',
  isPutAway: false,
  ...wish,
});

const none: BriefFacts = {
  notes: [],
  actions: [],
  decisions: () => [],
  past: [],
  changes: [],
  ownNote: null,
  ownName: '',
};
const briefOf = (facts: Partial<BriefFacts>) => buildBrief(today, { ...none, ...facts }, 'UTC');

test('the first time there is only the meeting itself', () => {
  expect(briefOf({})).toEqual({
    occurrence: today,
    yours: [],
    waiting: [],
    decided: [],
    agenda: null,
    lastTime: null,
    lastNote: null,
    changes: [],
  });
});

test('open items of the series are the user’s to bring, or those of others', () => {
  const { yours, waiting } = briefOf({
    ownName: 'mira',
    actions: [
      item({ text: 'a' }),
      item({ text: 'b', owner: 'Mira' }),
      item({ text: 'c', owner: 'Lin' }),
      item({ text: 'd', isDone: true }),
      item({ text: 'e', series: 'feed|docs' }),
      item({ text: 'f', series: null }),
    ],
  });
  expect(yours.map(({ text }) => text)).toEqual(['a', 'b']);
  expect(waiting.map(({ text }) => text)).toEqual(['c']);
});

test('decisions are those of the last note with any, not of this meeting or a later one', () => {
  const { decided: found } = briefOf({
    decisions: (series) => {
      expect([...series]).toEqual(['feed|pm']);
      return [
        decided('2026-12-08', 'later'),
        decided('2026-11-24', 'today'),
        decided('2026-11-10', 'A'),
        decided('2026-11-10', 'B'),
        decided('2026-10-27', 'old'),
      ];
    },
  });
  expect(found.map(({ text }) => text)).toEqual(['A', 'B']);
});

test('changes count since the last meeting that was joined or noted', () => {
  const changes = [
    change('2026-11-03'),
    change('2026-11-12'),
    change('2026-11-20', { what: 'renamed' }),
    change('2026-11-21', { uid: 'docs' }),
  ];
  expect(briefOf({ changes }).changes).toHaveLength(3);
  const {
    changes: since,
    lastTime,
    lastNote,
  } = briefOf({ changes, notes: [note('2026-11-10'), note('2026-10-27'), note('2026-11-24')] });
  expect(since.map(({ what }) => what)).toEqual(['renamed', 'room']);
  expect([lastTime, lastNote]).toEqual([at('2026-11-10T16:00:00Z'), '2026-11-10.md']);
  const past = [
    {
      occurrenceKey: pm('2026-11-17').key,
      title: '',
      start: at('2026-11-17T16:00:00Z'),
      isAllDay: false,
      happened: [{ at: 0, kind: 'joined', what: 'before', number: 0, why: null, until: null }],
    },
  ] as const;
  expect(briefOf({ changes, past, notes: [note('2026-11-10')] }).lastTime).toBe(at('2026-11-17T16:00:00Z'));
});

test('the draft agenda is that of the meeting’s own note, with the line of each item', () => {
  const body = '# T\n\n## Agenda\n\n- Freeze (18 min)\n- **Demo:** Tray (@ada)\n';
  expect(briefOf({ ownNote: { path: 'a.md', body } }).agenda).toEqual({
    path: 'a.md',
    items: [
      { line: 5, text: 'Freeze', holder: null, minutes: 18 },
      { line: 6, text: 'Tray', holder: 'ada', minutes: null },
    ],
  });
  expect(briefOf({ ownNote: { path: 'a.md', body: '## Agenda\n\n- \n' } }).agenda).toBe(null);
});
