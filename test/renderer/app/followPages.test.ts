import { expect, test } from 'vitest';
import { pageAround, pageIdOf } from '#core/agenda/occurrencesIn.ts';
import { MOST_WATCHED, type AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { createApi } from '#renderer/kit/api.ts';
import { followPages } from '#renderer/app/followPages.ts';
import { followSelection } from '#renderer/app/followSelection.ts';
import { occurrenceOf } from '#renderer/store/agendaSlice.ts';
import { createAppStore } from '#renderer/store/store.ts';
import type { Result, TimeWindow } from '#base';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';
import { FakeBridge, settled } from '../fakeBridge.ts';

const june = pageAround(at('2026-06-10T12:00:00Z'), 'UTC');
const monthly = (page: TimeWindow) =>
  anOccurrence({ uid: 'monthly', start: new Date(page.from + 9 * 3_600_000).toISOString() });

/** A main process with one meeting at the beginning of each month. */
const answer = (range: TimeWindow): Result<AgendaSnapshot> => ({
  ok: true,
  value: { revision: 1, zone: 'UTC', window: range, occurrences: [monthly(range)] },
});

function open(watch: (range: TimeWindow) => unknown = answer) {
  const bridge = new FakeBridge({ 'agenda:watch': watch });
  const store = createAppStore();
  const api = createApi(bridge, (problem) => store.getState().problemReported(problem));
  store.getState().agendaReceived({ revision: 1, zone: 'UTC', window: { from: 0, to: 1 }, occurrences: [] });
  const end = followPages(store, api);
  const asked = () => bridge.asked.filter(({ name }) => name === 'agenda:watch');
  return { bridge, store, end, asked };
}

test('a wanted month is loaded first, then the months beside it, and its meetings are found by key', async () => {
  const { store, asked } = open();
  await settled();
  expect(asked()).toEqual([]);
  store.getState().pagesWanted([pageIdOf(june)]);
  await settled();
  expect(asked().map(({ args }) => args[0])).toEqual([
    june,
    pageAround(june.from, 'UTC', -1),
    pageAround(june.from, 'UTC', 1),
  ]);
  expect(occurrenceOf(monthly(june).key)(store.getState())?.uid).toBe('monthly');
});

test('changes are applied, and a change that does not follow what is known loads the month again', async () => {
  const { bridge, store, asked } = open();
  store.getState().pagesWanted([pageIdOf(june)]);
  await settled();
  const renamed = { ...monthly(june), title: 'Renamed' };
  const change = { kind: 'changes', window: june, added: [], changed: [renamed], removed: [] } as const;
  bridge.emit('agenda:rangeChanged', { range: june, update: { ...change, since: 1, revision: 2 } });
  expect(occurrenceOf(renamed.key)(store.getState())?.title).toBe('Renamed');
  const before = asked().length;
  bridge.emit('agenda:rangeChanged', { range: june, update: { ...change, since: 7, revision: 8 } });
  await settled();
  expect(
    asked()
      .slice(before)
      .map(({ args }) => args[0]),
  ).toEqual([june]);
  expect(occurrenceOf(renamed.key)(store.getState())?.title).toBe('Meeting');
});

test('months shown long ago are dropped, those on the screen never', async () => {
  const { store, asked } = open();
  store.getState().pagesWanted([pageIdOf(june)]);
  for (let by = 3; by < 300; by += 3) {
    const page = pageIdOf(pageAround(june.from, 'UTC', by));
    store.getState().pagesWanted([page]);
    await settled();
    store.getState().pagesLeft([page]);
  }
  const { pages } = store.getState();
  expect(pages.size).toBeLessThanOrEqual(MOST_WATCHED);
  expect(pages.has(pageIdOf(june))).toBe(true);
  expect(pages.has(pageIdOf(pageAround(june.from, 'UTC', 3)))).toBe(false);
  const kept = asked().at(-1)?.args[1];
  expect(Array.isArray(kept) && kept.length < MOST_WATCHED).toBe(true);
});

test('a month that cannot be loaded is reported, and tried again when it is shown again', async () => {
  let isBroken = true;
  const problem = { code: 'agenda/rangeFailed', title: 'No', detail: 'Try again.', hint: '' };
  const { store } = open((range) => (isBroken ? { ok: false, problem } : answer(range)));
  store.getState().pagesWanted([pageIdOf(june)]);
  await settled();
  expect(store.getState().pages.get(pageIdOf(june))).toBeNull();
  expect(store.getState().windowProblems.length).toBeGreaterThan(0);
  isBroken = false;
  store.getState().pagesLeft([pageIdOf(june)]);
  store.getState().pagesWanted([pageIdOf(june)]);
  await settled();
  expect(store.getState().pages.get(pageIdOf(june))?.occurrences).toHaveLength(1);
});

test('selecting a meeting of a month that is not loaded loads that month', async () => {
  const bridge = new FakeBridge({
    'agenda:watch': answer,
    'agenda:find': (key: unknown) => (key === monthly(june).key ? monthly(june) : null),
  });
  const store = createAppStore();
  const api = createApi(bridge, (problem) => store.getState().problemReported(problem));
  using ends = new DisposableStack();
  ends.defer(followPages(store, api));
  ends.defer(followSelection(store, api));
  // As a link from outside does, before the agenda is there.
  store.getState().occurrenceSelected(monthly(june).key);
  store.getState().agendaReceived({ revision: 1, zone: 'UTC', window: { from: 0, to: 1 }, occurrences: [] });
  await settled();
  expect(occurrenceOf(monthly(june).key)(store.getState())?.uid).toBe('monthly');
  expect(store.getState().wantedPages.has(pageIdOf(june))).toBe(true);
  store.getState().occurrenceSelected(null);
  expect(store.getState().wantedPages.size).toBe(0);
  store.getState().occurrenceSelected('feed|unknown|2026-06-01T09:00:00.000Z');
  await settled();
  expect(store.getState().wantedPages.size).toBe(0);
});
