import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedList, newestFirst } from '#core/notes/noteListChange.ts';
import type { NoteSummary } from '#core/notes/note.ts';

const summary = (path: string, start: string | null, modified = 0): NoteSummary => ({
  path,
  title: path,
  occurrenceKey: null,
  start,
  series: null,
  isPinned: false,
  tags: [],
  modified,
  excerpt: '',
});

const summaries = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 1, max: 9 })), {
    selector: ([path]) => path,
  })
  .map((drawn) => drawn.map(([path, day]) => summary(`${path}.md`, `2026-11-0${day}`, day)));

test('a list after a change is what the whole list would be, and a change applied twice does no harm', () => {
  fc.assert(
    fc.property(summaries, summaries, summaries, (before, changed, gone) => {
      const removed = gone
        .map(({ path }) => path)
        .filter((path) => !changed.some((one) => one.path === path));
      const whole = new Map([...before, ...changed].map((note) => [note.path, note]));
      for (const path of removed) whole.delete(path);
      const once = changedList(before.toSorted(newestFirst), { changed, removed });
      const expected = [...whole.values()];
      expect(new Set(once)).toEqual(new Set(expected));
      expect(once.map(({ start }) => start)).toEqual(
        expected.map(({ start }) => start).toSorted((one, other) => (other ?? '').localeCompare(one ?? '')),
      );
      expect(changedList(once, { changed, removed })).toEqual(once);
    }),
  );
});
