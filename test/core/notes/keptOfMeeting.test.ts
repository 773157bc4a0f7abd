import { expect, test } from 'vitest';
import { keptOf, type KeptFiles } from '#core/notes/keptOfMeeting.ts';

const [mine, copy, other] = ['a|x|2026-11-10', 'b|x|2026-11-10', 'a|x|2026-11-17'];
const note = (path: string, occurrenceKey: string | null) => ({
  path,
  title: path,
  occurrenceKey,
  start: null,
  series: null,
  modified: 0,
  isPinned: false,
  tags: [],
  excerpt: '',
});
const item = (path: string, isDone: boolean) => ({
  line: 1,
  text: path,
  words: '',
  owner: null,
  due: null,
  isDone,
  path,
  title: path,
  start: null,
  series: null,
});
const files: KeptFiles = {
  notes: [note('other.md', other), note('mine.md', copy), note('free.md', null)],
  decisions: ['mine.md', 'other.md'].map((path) => ({ line: 1, text: path, path, start: null })),
  actions: [item('mine.md', true), item('mine.md', false), item('free.md', false)],
  transcripts: [mine, other, null].map((occurrenceKey) => ({
    occurrenceKey,
    title: '',
    path: `${occurrenceKey}.json`,
    date: null,
    videoUrl: null,
  })),
};

test('what is kept of a meeting is found under any of its keys', () => {
  const kept = keptOf([mine, copy], files);
  expect(kept.note).toBe('mine.md');
  expect(kept.decisions.map(({ path }) => path)).toEqual(['mine.md']);
  expect(kept.actions.map(({ isDone }) => isDone)).toEqual([true, false]);
  expect(kept.transcripts.map(({ occurrenceKey }) => occurrenceKey)).toEqual([mine]);
});

test('nothing is kept of a meeting without files', () => {
  expect(keptOf(['c|y|2026-11-10'], files)).toEqual({
    note: null,
    decisions: [],
    actions: [],
    transcripts: [],
  });
});
