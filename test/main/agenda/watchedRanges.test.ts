import { expect, test } from 'vitest';
import { createWatchedRanges } from '#main/agenda/watchedRanges.ts';
import { applyUpdate, type RangeUpdate } from '#core/agenda/agendaUpdate.ts';
import { agendaFailure } from '#core/agenda/problems.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { success, type Result, type TimeWindow } from '#base';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const [october, november] = [
  { from: 100, to: 200 },
  { from: 200, to: 300 },
];

/** Ranges over a calendar that a test changes; expansions may be held back. */
function setUp() {
  let titles: readonly string[] = ['Sync'];
  let isFailing = false;
  let held: Promise<void> = Promise.resolve();
  const expanded: TimeWindow[] = [];
  const expand = async (window: TimeWindow): Promise<Result<AgendaSnapshot>> => {
    expanded.push(window);
    const occurrences = titles.map((title) => anOccurrence({ title, uid: title }));
    const failed = isFailing;
    await held;
    return failed
      ? agendaFailure('agenda/rangeFailed')
      : success({ revision: 9, zone: 'UTC', window, occurrences });
  };
  const ranges = createWatchedRanges(expand);
  const updates: RangeUpdate[] = [];
  ranges.changed.on((update) => updates.push(update));
  return {
    ranges,
    updates,
    expanded,
    setTitles: (...next: string[]) => (titles = next),
    fail: (fails: boolean) => (isFailing = fails),
    /** Until the returned function is called, no expansion ends. */
    hold: () => {
      const gate = Promise.withResolvers<void>();
      held = gate.promise;
      return () => gate.resolve();
    },
  };
}

const titlesOf = (snapshot: AgendaSnapshot | null): string[] =>
  (snapshot?.occurrences ?? []).map(({ title }) => title);
const unwrap = (result: Result<AgendaSnapshot>): AgendaSnapshot => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

test('a watched range is expanded again with each refresh, and only a difference is announced', async () => {
  const { ranges, updates, setTitles } = setUp();
  const first = unwrap(await ranges.watch(october, []));
  await ranges.refresh();
  expect(updates).toEqual([]);
  setTitles('Sync', 'Review');
  await ranges.refresh();
  expect(updates).toHaveLength(1);
  expect(titlesOf(applyUpdate(first, updates[0]!.update))).toEqual(['Sync', 'Review']);
});

test('a range that the window no longer has is forgotten', async () => {
  const { ranges, updates, expanded, setTitles } = setUp();
  await ranges.watch(october, []);
  await ranges.watch(november, [october]);
  await ranges.watch(november, []);
  expanded.length = 0;
  setTitles('Review');
  await ranges.refresh();
  expect(expanded).toEqual([november]);
  expect(updates.map(({ range }) => range)).toEqual([november]);
});

test('a change during the first expansion reaches the window afterwards', async () => {
  const { ranges, updates, hold, setTitles } = setUp();
  const release = hold();
  const watching = ranges.watch(october, []);
  setTitles('Review');
  const refreshed = ranges.refresh();
  release();
  const first = unwrap(await watching);
  expect(titlesOf(first)).toEqual(['Sync']);
  await refreshed;
  await ranges.refresh();
  expect(titlesOf(applyUpdate(first, updates[0]!.update))).toEqual(['Review']);
});

test('a failed refresh leaves the range as it is, and the next one announces the change', async () => {
  const { ranges, updates, fail, setTitles } = setUp();
  await ranges.watch(october, []);
  setTitles('Review');
  fail(true);
  await ranges.refresh();
  expect(updates).toEqual([]);
  fail(false);
  await ranges.refresh();
  expect(updates).toHaveLength(1);
});

test('a range whose first expansion fails is not watched', async () => {
  const { ranges, expanded, fail } = setUp();
  fail(true);
  expect(await ranges.watch(october, [])).toMatchObject({ ok: false });
  expanded.length = 0;
  await ranges.refresh();
  expect(expanded).toEqual([]);
});

test('many changes during one refresh cost one more', async () => {
  const { ranges, expanded, hold } = setUp();
  await ranges.watch(october, []);
  expanded.length = 0;
  const release = hold();
  const all = [ranges.refresh(), ranges.refresh(), ranges.refresh()];
  release();
  await Promise.all(all);
  expect(expanded).toHaveLength(2);
});
