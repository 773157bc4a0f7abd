import { expect, test } from 'vitest';
import { createApi } from '#renderer/kit/api.ts';
import { createNoteModel, FIRST_RETRY_MS, SAVE_DELAY_MS } from '#renderer/notes/noteModel.ts';
import { isUnsaved } from '#renderer/store/notesSlice.ts';
import { createAppStore } from '#renderer/store/store.ts';
import { note as noteSchema, savedNote, type Note } from '#core/notes/note.ts';
import type { TypedText } from '#core/ipc/noteRequests.ts';
import { createSentNote } from '#main/notes/sentNote.ts';
import { failure, resultOf, success } from '#base';
import { FakeBridge, settled } from '../fakeBridge.ts';
import { ManualTimers } from '../manualTimers.ts';

/** A main process with two notes; each save creates a new version. */
const setup = async () => {
  const files = new Map<string, string>([
    ['a.md', 'first'],
    ['b.md', 'second'],
  ]);
  const saves: Note[] = [];
  const kept: string[] = [];
  let wholeTexts = 0;
  let sentNote = createSentNote();
  let answerSave: ((note: Note) => unknown) | null = null;
  let duringOpening = (): void => {};
  const read = (path: string) =>
    success({
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
      body: files.get(path) ?? '',
      version: `of ${files.get(path)}`,
    });
  const save = (note: Note): unknown => {
    saves.push(note);
    if (answerSave) return answerSave(note);
    files.set(note.path, note.body);
    return success({ path: note.path, version: `of ${note.body}`, outcome: 'saved' });
  };
  const bridge = new FakeBridge({
    'notes:read': read,
    'notes:openFor': (key: string) => {
      const reply = read(key);
      duringOpening();
      return reply;
    },
    'notes:keepDraft': (sent: unknown, id: string) => {
      const note = sentNote.received(id, noteSchema.parse(sent));
      kept.push(note.body);
      wholeTexts += 1;
      return null;
    },
    'notes:keepTyped': (typed: TypedText) => {
      const note = sentNote.after(typed);
      if (note !== null) kept.push(note.body);
      return note !== null;
    },
    'notes:save': (sent: unknown) => save(noteSchema.parse(sent)),
    'notes:saveSent': async (id: string) => {
      const note = sentNote.noteOf(id);
      if (note === null) return null;
      const outcome = resultOf(savedNote).parse(await save(note));
      if (outcome.ok) sentNote.saved(note, outcome.value);
      return outcome;
    },
  });
  const store = createAppStore();
  const timers = new ManualTimers();
  const api = createApi(bridge, (problem) => store.getState().problemReported(problem));
  const model = createNoteModel(store, api, timers.after);
  await model.open('a.md');
  return {
    model,
    files,
    kept,
    bridge,
    saves,
    store,
    timers,
    state: () => store.getState(),
    /** How often the whole text was sent. */
    whole: () => wholeTexts,
    forget: () => {
      sentNote = createSentNote();
    },
    /** Types at the end of the text. */
    typeKey: (key: string) => {
      const { draft, typed } = store.getState();
      const text = typed?.() ?? draft;
      const changes = [{ from: text.length, to: text.length, insert: key }];
      model.typed({ changes, length: text.length + key.length, read: () => text + key });
    },
    type: (text: string) => store.getState().draftChanged(text),
    whileOpening: (action: () => void) => {
      duringOpening = action;
    },
    savesAnswer: (answer: (note: Note) => unknown) => {
      answerSave = answer;
    },
    changeOutside: (path: string, body: string) => {
      files.set(path, body);
      const summary = {
        path,
        title: path,
        occurrenceKey: null,
        start: null,
        series: null,
        modified: 0,
        isPinned: false,
        tags: [],
        excerpt: '',
      };
      store.getState().notesReceived([summary]);
    },
  };
};

test('typed text is saved within a second, also during steady typing', async () => {
  const { timers, type, files, saves } = await setup();
  type('first w');
  timers.advance(SAVE_DELAY_MS / 2);
  type('first wo');
  timers.advance(SAVE_DELAY_MS / 2);
  await settled();
  expect(files.get('a.md')).toBe('first wo');
  expect(saves).toHaveLength(1);
  expect(SAVE_DELAY_MS).toBeLessThan(1000);
});

test('each save starts from the version that the last one made', async () => {
  const { timers, type, saves } = await setup();
  type('one');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  type('two');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(saves.map(({ version }) => version)).toEqual(['of first', 'of one']);
});

test('main gets each change immediately, also a change back; opening a note is not a change', async () => {
  const { model, type, kept } = await setup();
  type('first!');
  type('first');
  await model.open('b.md');
  expect(kept).toEqual(['first!', 'first']);
});

test('two saves of a note never overlap, and nothing typed meanwhile is lost', async () => {
  const { model, type, saves, savesAnswer, files } = await setup();
  const waiting: (() => void)[] = [];
  savesAnswer(
    (note) =>
      new Promise((resolve) =>
        waiting.push(() => {
          files.set(note.path, note.body);
          resolve(success({ path: note.path, version: `of ${note.body}`, outcome: 'saved' }));
        }),
      ),
  );
  type('one');
  const first = model.flush();
  await settled();
  type('two');
  const second = model.flush();
  await settled();
  expect(saves).toHaveLength(1);
  waiting[0]?.();
  await settled();
  waiting[1]?.();
  await Promise.all([first, second]);
  expect(saves.map(({ body, version }) => [body, version])).toEqual([
    ['one', 'of first'],
    ['two', 'of one'],
  ]);
  expect(files.get('a.md')).toBe('two');
});

test('opening another note saves this one first', async () => {
  const { model, type, files, state } = await setup();
  type('not saved yet');
  await model.open('b.md');
  expect(files.get('a.md')).toBe('not saved yet');
  expect(state().draft).toBe('second');
});

test('a note that is opened again shows what was typed in it during the request', async () => {
  const { model, state, type, whileOpening, files } = await setup();
  whileOpening(() => type('first, and more'));
  await model.openFor('a.md');
  expect(state()).toMatchObject({ draft: 'first, and more', saveState: { kind: 'saved' } });
  expect(files.get('a.md')).toBe('first, and more');
});

test('a note that cannot be saved stays open, with its text and the reason', async () => {
  const { model, type, state, savesAnswer } = await setup();
  savesAnswer(() => failure('notes/diskFull', 'The disk is full', 'Make room and try again.'));
  type('precious');
  await model.open('b.md');
  expect(state().openNote?.path).toBe('a.md');
  expect(state().draft).toBe('precious');
  expect(state().saveState).toMatchObject({ kind: 'failed', problem: { code: 'notes/diskFull' } });
});

test('a failed save is retried with back-off until it succeeds', async () => {
  const { timers, type, files, saves, savesAnswer, state } = await setup();
  let isFull = true;
  savesAnswer((note) => {
    if (isFull) return failure('notes/diskFull', 'The disk is full', 'Make room and try again.');
    files.set(note.path, note.body);
    return success({ path: note.path, version: 'new', outcome: 'saved' });
  });
  type('precious');
  for (const pause of [SAVE_DELAY_MS, FIRST_RETRY_MS, 2 * FIRST_RETRY_MS]) {
    timers.advance(pause - 1);
    await settled();
    const before = saves.length;
    timers.advance(1);
    await settled();
    expect(saves).toHaveLength(before + 1);
  }
  isFull = false;
  timers.advance(4 * FIRST_RETRY_MS);
  await settled();
  expect(files.get('a.md')).toBe('precious');
  expect(isUnsaved(state())).toBe(false);
  expect(timers.pendingCount).toBe(0);
});

test('after a conflict editing continues in the copy that was kept', async () => {
  const { model, timers, type, state, savesAnswer } = await setup();
  savesAnswer((note) => success({ path: 'a (2).md', version: `of ${note.body}`, outcome: 'conflict' }));
  type('mine');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(state().openNote?.path).toBe('a (2).md');
  expect(state().draft).toBe('mine');
  expect(state().conflictPath).toBe('a.md');
  expect(isUnsaved(state())).toBe(false);
  // The other version stays visible during further edits.
  savesAnswer((note) => success({ path: note.path, version: `of ${note.body}`, outcome: 'saved' }));
  type('mine too');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(state().conflictPath).toBe('a.md');
  await model.open('b.md');
  expect(state().conflictPath).toBeNull();
});

test('an external change is shown if nothing is unsaved', async () => {
  const { changeOutside, state } = await setup();
  changeOutside('a.md', 'from another editor');
  await settled();
  expect(state().draft).toBe('from another editor');
});

test('an external change never replaces unsaved text', async () => {
  const { changeOutside, state, type } = await setup();
  type('mine');
  changeOutside('a.md', 'from another editor');
  await settled();
  expect(state().draft).toBe('mine');
});

test('of two notes opened in a row, the later one is shown', async () => {
  const { model, state } = await setup();
  await Promise.all([model.open('b.md'), model.open('a.md')]);
  expect(state().openNote?.path).toBe('a.md');
});

test('an open note that was renamed stays in its editor, and what was typed goes to its new path', async () => {
  const { files, saves, state, store, timers, type } = await setup();
  const { editorNumber } = state();
  type('first, more');
  files.set('c.md', files.get('a.md') ?? '');
  store.getState().noteMoved({ from: 'a.md', to: 'c.md' });
  expect(state()).toMatchObject({ draft: 'first, more', editorNumber });
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(saves.at(-1)).toMatchObject({ path: 'c.md', body: 'first, more' });
  expect(isUnsaved(state())).toBe(false);
});

test('a note that gets its name by a save keeps its editor and the words “Saved”', async () => {
  const { files, savesAnswer, state, timers, type } = await setup();
  const { editorNumber } = state();
  savesAnswer((note) => {
    files.set('named.md', note.body);
    return success({ path: 'named.md', version: `of ${note.body}`, outcome: 'saved' });
  });
  type('named\n');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(state().openNote).toMatchObject({ path: 'named.md', title: 'named.md' });
  expect(state()).toMatchObject({ editorNumber, draft: 'named\n', saveState: { kind: 'saved' } });
});

test('text that main keeps because the folder refuses does not hold up another note', async () => {
  const { model, type, timers, savesAnswer, state } = await setup();
  savesAnswer((note) => success({ path: note.path, version: note.version, outcome: 'kept' }));
  type('mine');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(state().saveState).toEqual({ kind: 'kept' });
  expect(isUnsaved(state())).toBe(false);
  await model.open('b.md');
  expect(state().openNote?.path).toBe('b.md');
});

test('when main has saved what it kept, the open note has the new version, unless there is newer text', async () => {
  const { type, timers, savesAnswer, state } = await setup();
  savesAnswer((note) => success({ path: note.path, version: note.version, outcome: 'kept' }));
  type('mine');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  const late = { path: 'a.md', occurrenceKey: null, body: 'mine' };
  state().noteSavedLate({ ...late, body: 'older', saved: { path: 'a.md', version: 'x', outcome: 'saved' } });
  expect(state().openNote?.version).toBe('of first');
  state().noteSavedLate({ ...late, saved: { path: 'a.md', version: 'of mine', outcome: 'saved' } });
  expect(state().openNote?.version).toBe('of mine');
  expect(state().saveState).toEqual({ kind: 'saved' });
});

test('each key reaches main at once, for the app may be quit at any moment, and costs no copy of the text', async () => {
  const { model, typeKey, state, kept, files } = await setup();
  typeKey('!');
  typeKey('?');
  expect(kept).toEqual(['first!', 'first!?']);
  expect(state().draft).toBe('first!');
  expect(isUnsaved(state())).toBe(true);
  typeKey('.');
  await model.open('b.md');
  expect(files.get('a.md')).toBe('first!?.');
  expect(state().draft).toBe('second');
  typeKey('!');
  expect(kept.at(-1)).toBe('second!');
});

test('a text that main does not have is sent whole', async () => {
  const { typeKey, kept, whole, forget, type, state } = await setup();
  typeKey('!');
  typeKey('?');
  expect(whole()).toBe(1);
  forget();
  typeKey('.');
  await settled();
  expect(whole()).toBe(2);
  expect(kept.at(-1)).toBe('first!?.');
  type(`${state().readDraft()} second`);
  await settled();
  expect(whole()).toBe(3);
  expect(kept.at(-1)).toBe('first!?. second');
});

test('a save sends no text that main has, and what is typed after it is a change of what was saved', async () => {
  const { typeKey, timers, whole, files, saves, bridge, forget } = await setup();
  typeKey('!');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(files.get('a.md')).toBe('first!');
  typeKey('?');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(files.get('a.md')).toBe('first!?');
  expect(saves.map(({ version }) => version)).toEqual(['of first', 'of first!']);
  expect(whole()).toBe(1);
  expect(bridge.asked.some(({ name }) => name === 'notes:save')).toBe(false);
  typeKey('.');
  forget();
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(files.get('a.md')).toBe('first!?.');
});

test('typed text is saved within a second of the first key', async () => {
  const { typeKey, timers, files } = await setup();
  typeKey(' words');
  timers.advance(SAVE_DELAY_MS);
  await settled();
  expect(files.get('a.md')).toBe('first words');
});
