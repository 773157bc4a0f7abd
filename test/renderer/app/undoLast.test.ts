import { expect, test } from 'vitest';
import { createApi } from '#renderer/kit/api.ts';
import { undoLast } from '#renderer/app/undoLast.ts';
import { createAppStore, type AppStore } from '#renderer/store/store.ts';
import type { UndoEntry } from '#renderer/store/undoSlice.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { failure, success } from '#base';
import { anOccurrence } from '../../builders/anOccurrence.ts';
import { FakeBridge } from '../fakeBridge.ts';

/** Ctrl+Z undoes the actions of a window one by one, newest first, and shows which. */

const meeting = (title: string, skipped: Occurrence['skipped'] = { scope: 'one', from: 0 }): Occurrence =>
  anOccurrence({ title, skipped });
const skipOf = ({ title, key }: Occurrence): UndoEntry => ({
  words: `Skipped ${title}`,
  undone: `Took back the skip of ${title}`,
  what: { kind: 'skip', key, before: null },
});
const holding = (...occurrences: Occurrence[]): AppStore => {
  const store = createAppStore();
  store.getState().agendaReceived({ revision: 1, zone: 'UTC', window: { from: 0, to: 1 }, occurrences });
  return store;
};
const toastOf = (store: AppStore) => store.getState().undoToast;

const [kites, wind] = [meeting('Kites'), meeting('Wind')];

test('two skips are undone one after the other, newest first, also after their toasts are gone', async () => {
  const bridge = new FakeBridge({ 'skips:choose': success(null) });
  const store = holding(kites, wind);
  const undo = () =>
    undoLast(
      store,
      createApi(bridge, () => undefined),
    );
  for (const one of [kites, wind]) store.getState().undoOffered(skipOf(one));
  expect(toastOf(store)).toMatchObject({ words: 'Skipped Wind', canUndo: true });
  store.getState().undoToastClosed();

  await undo();
  expect(toastOf(store)).toMatchObject({ words: 'Took back the skip of Wind', canUndo: false });
  await undo();
  expect(toastOf(store)).toMatchObject({ words: 'Took back the skip of Kites' });
  expect(bridge.asked.map(({ args }) => args)).toEqual([
    [wind.key, null],
    [kites.key, null],
  ]);
  await undo();
  expect(bridge.asked).toHaveLength(2);
});

test('an action that was undone elsewhere is passed over', async () => {
  const bridge = new FakeBridge({ 'skips:choose': success(null) });
  const store = holding(kites, meeting('Wind', null));
  for (const one of [kites, wind]) store.getState().undoOffered(skipOf(one));
  await undoLast(
    store,
    createApi(bridge, () => undefined),
  );
  expect(bridge.asked.map(({ args }) => args)).toEqual([[kites.key, null]]);
});

test('undoing an “unskip” restores the previous skip', async () => {
  const bridge = new FakeBridge({ 'skips:choose': success(null) });
  const present = meeting('Kites', null);
  const store = holding(present);
  const what = { kind: 'skip', key: present.key, before: 'series' } as const;
  store.getState().undoOffered({ words: '', undone: 'Skipped Kites again', what });
  await undoLast(
    store,
    createApi(bridge, () => undefined),
  );
  expect(bridge.asked.map(({ args }) => args)).toEqual([[present.key, 'series']]);
  expect(toastOf(store)?.words).toBe('Skipped Kites again');
});

test('a failed undo is reported', async () => {
  const store = holding(kites);
  store.getState().undoOffered(skipOf(kites));
  const bridge = new FakeBridge({ 'skips:choose': failure('join/gone', 'It is gone', '') });
  await undoLast(
    store,
    createApi(bridge, () => undefined),
  );
  expect(store.getState().windowProblems.map(({ title }) => title)).toEqual(['It is gone']);
  expect(toastOf(store)).toBeNull();
});

test('the last twenty actions can be undone', () => {
  const store = holding();
  for (let index = 0; index < 25; index += 1) store.getState().undoOffered(skipOf(kites));
  expect(store.getState().undoEntries).toHaveLength(20);
});
