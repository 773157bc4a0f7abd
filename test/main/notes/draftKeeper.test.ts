import { expect, test } from 'vitest';
import { createDraftKeeper } from '#main/notes/draftKeeper.ts';
import type { UnsavedNotes } from '#main/notes/unsavedNotes.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { FakeClock, settle } from '../../fakes/fakeClock.ts';
import type { Note, SavedNote } from '#core/notes/note.ts';
import { success, type Result } from '#base';

const aNote = (wish: Partial<Note>): Note => ({
  path: 'meeting.md',
  title: 'Meeting',
  occurrenceKey: 'feed|meeting|2026-11-20',
  series: 'feed|meeting',
  start: null,
  zone: null,
  agenda: null,
  minutes: null,
  recordings: null,
  template: null,
  body: '',
  version: null,
  ...wish,
});

/** A folder that writes down what it takes; the version of a text is the text. */
function aFolder(earlier: readonly Note[] = []) {
  const clock = new FakeClock('2026-11-20T09:00:00Z', 'UTC');
  const saved: Note[] = [];
  const stored: (readonly Note[])[] = [];
  const state: {
    refuses: 'notes/diskFull' | 'notes/outside' | null;
    isDiskFull: boolean;
    hangs: PromiseWithResolvers<void> | null;
  } = { refuses: null, isDiskFull: false, hangs: null };
  const save = async (note: Note): Promise<Result<SavedNote>> => {
    await state.hangs?.promise;
    if (state.refuses !== null) return notesFailure(state.refuses);
    saved.push(note);
    return success({ path: note.path, version: `v:${note.body}`, outcome: 'saved' as const });
  };
  const file: UnsavedNotes = {
    earlier: earlier.map((note) => ({ note, written: [] })),
    store: (all) => {
      if (!state.isDiskFull) stored.push(all.map(({ note }) => note));
      return Promise.resolve(!state.isDiskFull);
    },
  };
  const drafts = createDraftKeeper({ library: { save }, clock, file });
  const bodies = (): string[] => saved.map(({ body }) => body);
  const lastStored = (): readonly Note[] => stored.at(-1) ?? [];
  return {
    clock,
    saved,
    bodies,
    stored: () => lastStored().map(({ body }) => body),
    storedVersions: () => lastStored().map(({ version }) => version),
    state,
    drafts,
  };
}

test('an unsaved draft is written on disposal', async () => {
  const { drafts, bodies } = aFolder();
  drafts.keep(aNote({ body: 'on' }));
  drafts.keep(aNote({ body: 'one' }));
  await drafts[Symbol.asyncDispose]();
  expect(bodies()).toEqual(['one']);
});

test('once a text is saved, the stored one goes, and a newer one is stored with the saved version', async () => {
  const { drafts, clock, stored, storedVersions, state } = aFolder();
  drafts.keep(aNote({ body: 'one', version: 'old' }));
  await clock.advance(1_500);
  expect(stored()).toEqual(['one']);
  await drafts.save(aNote({ body: 'one two', version: 'old' }));
  expect(stored()).toEqual([]);
  drafts.keep(aNote({ body: 'one two three', version: 'v:one two' }));
  await clock.advance(1_500);
  state.hangs = Promise.withResolvers();
  const saving = drafts.save(aNote({ body: 'one two three', version: 'v:one two' }));
  drafts.keep(aNote({ body: 'one two three four', version: 'v:one two' }));
  state.hangs.resolve();
  await saving;
  expect([stored(), storedVersions()]).toEqual([['one two three four'], ['v:one two three']]);
});

test('a saved draft is not written a second time', async () => {
  const { drafts, bodies } = aFolder();
  drafts.keep(aNote({ body: 'one' }));
  await drafts.save(aNote({ body: 'one' }));
  await drafts[Symbol.asyncDispose]();
  await drafts.flush();
  expect(bodies()).toEqual(['one']);
});

test('a change sent before its window knew of the save is based on the saved version, so it is no conflict', async () => {
  const { drafts, saved } = aFolder();
  await drafts.save(aNote({ body: 'one', version: 'old' }));
  drafts.keep(aNote({ body: 'one two', version: 'old' }));
  await drafts.flush();
  expect(saved.at(-1)).toMatchObject({ body: 'one two', version: 'v:one' });
});

test.each([
  { what: 'first save', version: null },
  { what: 'later save', version: 'old' },
])(
  'what was typed during the $what is not saved once more on top of what was typed after it',
  async ({ version }) => {
    const { drafts, saved, state } = aFolder();
    state.hangs = Promise.withResolvers();
    const saving = drafts.save(aNote({ body: 'one', version }));
    drafts.keep(aNote({ body: 'one two', version }));
    state.hangs.resolve();
    const outcome = await saving;
    const known = outcome.ok ? outcome.value.version : null;
    drafts.keep(aNote({ body: 'one two three', version: known }));
    await drafts.save(aNote({ body: 'one two three', version: known }));
    await drafts[Symbol.asyncDispose]();
    expect(saved.map(({ body, version: base }) => [body, base])).toEqual([
      ['one', version],
      ['one two three', 'v:one'],
    ]);
  },
);

test('a draft of another version keeps it, so a change from outside is still noticed', async () => {
  const { drafts, saved } = aFolder();
  await drafts.save(aNote({ body: 'one', version: 'old' }));
  drafts.keep(aNote({ body: 'two', version: 'from outside' }));
  await drafts.flush();
  expect(saved.at(-1)?.version).toBe('from outside');
});

test('unwritten notes of two meetings with one file name are both saved, neither on top of the other', async () => {
  const { drafts, saved, state } = aFolder();
  state.refuses = 'notes/diskFull';
  await drafts.save(aNote({ body: 'morning', occurrenceKey: 'feed|a|2026-11-20' }));
  await drafts.save(aNote({ body: 'evening', occurrenceKey: 'feed|b|2026-11-20' }));
  expect(drafts.draftOf('feed|a|2026-11-20')?.body).toBe('morning');
  state.refuses = null;
  await drafts.flush();
  expect(saved.map(({ body, version }) => [body, version])).toEqual([
    ['morning', null],
    ['evening', null],
  ]);
});

test('text that the folder refuses is kept, stored, and saved by itself once it is taken', async () => {
  const { drafts, bodies, stored, state, clock } = aFolder();
  state.refuses = 'notes/diskFull';
  const late: string[] = [];
  drafts.savedLate.on(({ body, saved }) => late.push(`${body} ${saved.version}`));
  const reply = await drafts.save(aNote({ body: 'one', version: 'old' }));
  expect(reply).toEqual(success({ path: 'meeting.md', version: 'old', outcome: 'kept' }));
  expect(drafts.unsaved()).toEqual({
    count: 1,
    why: 'notes/diskFull',
    since: clock.now(),
    isStored: true,
  });
  expect(stored()).toEqual(['one']);
  expect(drafts.draftAt('meeting.md')?.body).toBe('one');
  state.refuses = null;
  await clock.advance(2_000);
  expect(bodies()).toEqual(['one']);
  expect(late).toEqual(['one v:one']);
  expect(drafts.unsaved()).toBeNull();
  expect(stored()).toEqual([]);
});

test('the folder is tried again for as long as it refuses, at most half a minute apart', async () => {
  const { drafts, state, clock, bodies } = aFolder();
  state.refuses = 'notes/diskFull';
  await drafts.save(aNote({ body: 'one' }));
  const since = drafts.unsaved()?.since;
  await clock.advance(3_600_000);
  expect(drafts.unsaved()?.since).toBe(since);
  state.refuses = null;
  await clock.advance(30_000);
  expect(bodies()).toEqual(['one']);
});

test('a save ends when its own text is in the folder, and not with that of an earlier one', async () => {
  const { drafts, bodies, state } = aFolder();
  const first = Promise.withResolvers<void>();
  state.hangs = first;
  void drafts.save(aNote({ body: 'one', version: 'old' }));
  const saved = drafts
    .save(aNote({ body: 'one two', version: 'old' }))
    .then((outcome) => [outcome, bodies()] as const);
  state.hangs = null;
  first.resolve();
  const two = { path: 'meeting.md', version: 'v:one two', outcome: 'saved' };
  expect(await saved).toEqual([success(two), ['one', 'one two']]);
});

test('while a folder does not answer, a save is told to be kept, and what is typed later is saved after it', async () => {
  const { drafts, state, clock, bodies, stored, saved } = aFolder();
  state.hangs = Promise.withResolvers();
  const first = drafts.save(aNote({ body: 'one', version: 'old' }));
  await clock.advance(3_000);
  expect(await first).toMatchObject({ value: { outcome: 'kept' } });
  expect(drafts.unsaved()?.why).toBe('notes/slow');
  const second = drafts.save(aNote({ body: 'one two', version: 'old' }));
  await clock.advance(3_000);
  expect(await second).toMatchObject({ value: { outcome: 'kept' } });
  state.hangs.resolve();
  state.hangs = null;
  await settle();
  expect(bodies()).toEqual(['one', 'one two']);
  expect(saved.at(-1)?.version).toBe('v:one');
  expect(drafts.unsaved()).toBeNull();
  expect(stored()).toEqual([]);
});

test('text that is typed while the folder does not answer is stored without being asked for', async () => {
  const { drafts, state, clock, stored } = aFolder();
  state.hangs = Promise.withResolvers();
  void drafts.save(aNote({ body: 'one' }));
  drafts.keep(aNote({ body: 'one two' }));
  await clock.advance(1_500);
  expect(stored()).toEqual(['one two']);
});

test('text that was stored while it was typed is stored no more once it is saved', async () => {
  const { drafts, clock, stored } = aFolder();
  drafts.keep(aNote({ body: 'one' }));
  await clock.advance(1_500);
  expect(stored()).toEqual(['one']);
  await drafts.save(aNote({ body: 'one' }));
  await drafts[Symbol.asyncDispose]();
  expect(stored()).toEqual([]);
});

test('a quit does not wait for a folder that does not answer, and stores the text first', async () => {
  const { drafts, state, clock, stored } = aFolder();
  state.hangs = Promise.withResolvers();
  drafts.keep(aNote({ body: 'one' }));
  let isEnded = false;
  const ending = drafts[Symbol.asyncDispose]().then(() => (isEnded = true));
  await clock.advance(3_000);
  await ending;
  expect(isEnded).toBe(true);
  expect(stored()).toEqual(['one']);
});

test('where the app’s own disk refuses too, that is known', async () => {
  const { drafts, state } = aFolder();
  state.refuses = 'notes/diskFull';
  state.isDiskFull = true;
  await drafts.save(aNote({ body: 'one' }));
  expect(drafts.unsaved()).toMatchObject({ count: 1, isStored: false });
});

test('a note that can never be saved is not kept', async () => {
  const { drafts, state } = aFolder();
  state.refuses = 'notes/outside';
  expect(await drafts.save(aNote({ body: 'one' }))).toMatchObject({ problem: { code: 'notes/outside' } });
  expect(drafts.unsaved()).toBeNull();
});

test('the notes of earlier runs are saved at once', async () => {
  const { bodies, drafts } = aFolder([aNote({ body: 'last words' })]);
  await settle();
  expect(bodies()).toEqual(['last words']);
  expect(drafts.unsaved()).toBeNull();
});

test('what is typed while a new note is saved for the first time becomes the next text of its file, and no second draft', async () => {
  const { drafts, state, saved, stored } = aFolder();
  state.hangs = Promise.withResolvers();
  const first = drafts.save(aNote({ body: 'one' }));
  drafts.keep(aNote({ body: 'one two' }));
  state.hangs.resolve();
  await first;
  // The window did not know yet that the note has a file.
  drafts.keep(aNote({ body: 'one two three' }));
  expect(drafts.draftAt('meeting.md')?.body).toBe('one two three');
  await drafts.save(aNote({ body: 'one two three four', version: 'v:one' }));
  expect(drafts.isEmpty()).toBe(true);
  await drafts[Symbol.asyncDispose]();
  expect(saved.map(({ body, version }) => [body, version])).toEqual([
    ['one', null],
    ['one two three four', 'v:one'],
  ]);
  expect(stored()).toEqual([]);
});

test('a new note is never saved over an earlier one that had its path until it was named', async () => {
  const { drafts, saved } = aFolder();
  const made = { path: '2026-11-20 Note.md', occurrenceKey: null };
  await drafts.save(aNote({ ...made, unwrittenId: 'a', body: 'first note' }));
  await drafts.save(aNote({ ...made, unwrittenId: 'b', body: 'second note' }));
  expect(saved.map(({ body, version }) => [body, version])).toEqual([
    ['first note', null],
    ['second note', null],
  ]);
});

test('text that a new note gets while its file is being named is no second draft', async () => {
  const { drafts, bodies } = aFolder();
  const made = { path: '2026-11-20 Note.md', occurrenceKey: null, unwrittenId: 'a' };
  await drafts.save(aNote({ ...made, body: 'one' }));
  // The window heard of the name before the reply to its save.
  drafts.keep(aNote({ ...made, path: '2026-11-20 One.md', body: 'one two' }));
  await drafts.save(aNote({ ...made, body: 'one two three', version: 'v:one' }));
  await drafts[Symbol.asyncDispose]();
  expect(bodies()).toEqual(['one', 'one two three']);
});
