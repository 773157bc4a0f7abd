import { expect, test } from 'vitest';
import { undoLast } from '#renderer/app/undoLast.ts';
import { createAppStore } from '#renderer/store/store.ts';
import type { UndoEntry } from '#renderer/store/undoSlice.ts';
import { failure, success } from '#base';

/** Ctrl+Z undoes the actions of a window one by one, newest first, and shows which. */

const done: string[] = [];
const skipOf = (title: string, more: Partial<UndoEntry> = {}): UndoEntry => ({
  words: `Skipped ${title}`,
  undone: `Took back the skip of ${title}`,
  takeBack: () => {
    done.push(title);
    return Promise.resolve(success(null));
  },
  ...more,
});
const holding = (...entries: UndoEntry[]) => {
  done.length = 0;
  const store = createAppStore();
  for (const entry of entries) store.getState().undoOffered(entry);
  return store;
};

test('two skips are undone one after the other, newest first, also after their toasts are gone', async () => {
  const store = holding(skipOf('Kites'), skipOf('Wind'));
  expect(store.getState().undoToast).toMatchObject({ words: 'Skipped Wind', kind: 'done' });
  store.getState().undoToastClosed();
  await undoLast(store);
  expect(store.getState().undoToast).toMatchObject({ words: 'Took back the skip of Wind', kind: 'undone' });
  await undoLast(store);
  expect(store.getState().undoToast).toMatchObject({ words: 'Took back the skip of Kites' });
  await undoLast(store);
  expect(done).toEqual(['Wind', 'Kites']);
});

test('an action that was undone elsewhere is passed over', async () => {
  await undoLast(holding(skipOf('Kites'), skipOf('Wind', { isStill: () => false })));
  expect(done).toEqual(['Kites']);
});

test('a failed undo is reported', async () => {
  const takeBack = () => Promise.resolve(failure('join/gone', 'It is gone', ''));
  const store = holding(skipOf('Kites', { takeBack }));
  await undoLast(store);
  expect(store.getState().windowProblems.map(({ title }) => title)).toEqual(['It is gone']);
  expect(store.getState().undoToast).toBeNull();
});

test('the last twenty actions can be undone', () => {
  const store = holding(...Array.from({ length: 25 }, () => skipOf('Kites')));
  expect(store.getState().undoEntries).toHaveLength(20);
});

test('the toast goes at the press: a second press takes back nothing older', async () => {
  const taken = Promise.withResolvers<ReturnType<typeof success<null>>>();
  const store = holding(skipOf('Kites', { takeBack: () => taken.promise }));
  const undoing = undoLast(store);
  expect(store.getState().undoToast).toBeNull();
  taken.resolve(success(null));
  await undoing;
  expect(store.getState().undoToast).toMatchObject({ kind: 'undone' });
});
