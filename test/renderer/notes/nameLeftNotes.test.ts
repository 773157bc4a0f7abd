import { expect, test } from 'vitest';
import { createApi } from '#renderer/kit/api.ts';
import { nameLeftNotes } from '#renderer/notes/nameLeftNotes.ts';
import { createAppStore } from '#renderer/store/store.ts';
import type { Note } from '#core/notes/note.ts';
import { success } from '#base';
import { FakeBridge, settled } from '../fakeBridge.ts';

const note = (path: string, version: string | null): Note => ({
  path,
  title: path,
  occurrenceKey: null,
  series: null,
  start: null,
  zone: null,
  agenda: null,
  minutes: null,
  recordings: null,
  template: null,
  body: 'words',
  version,
});

test('a note that the app named is named by its words when it is left, and only then', async () => {
  const named: unknown[] = [];
  const bridge = new FakeBridge({
    'notes:nameByWords': (path: string) => {
      named.push(path);
      return success(null);
    },
  });
  const store = createAppStore();
  nameLeftNotes(
    store,
    createApi(bridge, () => undefined),
  );
  const state = store.getState();
  state.noteOpened(note('2026-11-24 Note.md', '1'));
  state.noteOpened(note('2026-11-24 Note.md', '2'));
  await settled();
  expect(named).toEqual([]);
  state.noteOpened(note('2026-11-24 Note 2.md', null));
  // Without a file there is nothing to name.
  state.noteOpened(note('Other.md', '1'));
  state.noteClosed();
  await settled();
  expect(named).toEqual(['2026-11-24 Note.md']);
});
