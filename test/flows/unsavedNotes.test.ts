import { expect, test } from 'vitest';
import type { Note } from '#core/notes/note.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const FOLDER = '/documents/Office Hours';
const RESCUE_FILE = '/user/unsaved-notes.json';
const FIRST_WORDS = '# An idea\n';

/** A computer with one note, and that note as the window reads it. */
async function openedNote(): Promise<{ computer: Computer; app: RunningApp; note: Note }> {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.memory.put(`${FOLDER}/An idea.md`, FIRST_WORDS);
  const app = await computer.start();
  const opened = await app.window.ask('notes:read', 'An idea.md');
  if (!opened.ok) throw new Error(opened.problem.code);
  return { computer, app, note: opened.value };
}

const textOf = (computer: Computer, name: string): string | null => computer.memory.text(`${FOLDER}/${name}`);
const rescueFile = (computer: Computer): string | null => computer.memory.text(RESCUE_FILE);

test('text that could not be saved when the app quit is saved at the next start', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:keepDraft', { ...note, body: 'Last words\n' }, crypto.randomUUID());
  await app[Symbol.asyncDispose]();
  expect(textOf(computer, 'An idea.md')).toBe(FIRST_WORDS);

  computer.memory.readOnly = null;
  await using again = await computer.start();
  expect(textOf(computer, 'An idea.md')).toBe('Last words\n');
  expect(rescueFile(computer)).toBeNull();
  expect(await again.window.ask('app:problems')).toMatchObject([{ code: 'notes/rescued' }]);
});

test('text that could not be saved survives a kill', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:save', { ...note, body: 'Last words\n' });
  // No end: what is on the disk now is all that a killed app leaves.
  computer.memory.readOnly = null;
  await computer.start();
  expect(textOf(computer, 'An idea.md')).toBe('Last words\n');
});

test('a kill while a note is written leaves no copy of its earlier text', async () => {
  const { computer, app, note } = await openedNote();
  await app.window.ask('notes:keepDraft', { ...note, body: 'First words\n' }, crypto.randomUUID());
  await computer.clock.advance(2_000);
  expect(rescueFile(computer)).not.toBeNull();
  await app.window.ask('notes:save', { ...note, body: 'First words, and more\n' });
  await settle();
  expect(rescueFile(computer)).toBeNull();
  await using again = await computer.start();
  expect((await again.window.ask('notes:list')).map(({ path }) => path)).toEqual([note.path]);
  expect(textOf(computer, 'An idea.md')).toBe('First words, and more\n');
});

test('while the folder is not writable the window shows it, and the text is saved once it is', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:keepDraft', { ...note, body: 'Last words\n' }, crypto.randomUUID());
  await app[Symbol.asyncDispose]();

  await using again = await computer.start();
  const problems = await again.window.ask('app:problems');
  expect(problems).toMatchObject([{ code: 'notes/notSavedSince' }]);
  expect(problems[0]?.detail).toBe(
    'Since 10:00. 1 note is kept on this computer until it can be. You can go on writing.',
  );
  computer.memory.readOnly = null;
  await computer.clock.advance(6_000);
  expect(textOf(computer, 'An idea.md')).toBe('Last words\n');
  expect(await again.window.ask('app:problems')).toMatchObject([{ code: 'notes/rescued' }]);
});

test('a note changed by another program keeps its text, and the rescued text is in a note beside it', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:keepDraft', { ...note, body: 'Last words\n' }, crypto.randomUUID());
  await app[Symbol.asyncDispose]();

  computer.memory.readOnly = null;
  computer.memory.put(`${FOLDER}/An idea.md`, 'From elsewhere\n');
  await computer.start();
  const paths = (await computer.memory.list(FOLDER)).map(({ path }) => path);
  const texts = paths.map((path) => computer.memory.text(path));
  expect(new Set(texts)).toEqual(new Set(['From elsewhere\n', 'Last words\n']));
});

test('rescued text leaves no file behind once it is saved', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:save', { ...note, body: 'Last words\n' });
  expect(rescueFile(computer)).toContain('Last words');
  computer.memory.readOnly = null;
  await app.window.ask('notes:save', { ...note, body: 'Last words\n' });
  expect(rescueFile(computer)).toBeNull();
  await app[Symbol.asyncDispose]();
});

test('a damaged file of unsaved notes is set aside and reported', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.memory.put(RESCUE_FILE, '{"version":1,"notes":[{"bo');
  await using app = await computer.start();
  expect(await app.window.ask('app:problems')).toMatchObject([{ code: 'notes/rescueDamaged' }]);
  expect(rescueFile(computer)).toBeNull();
});

test('while the folder refuses, another note can be opened and written, and neither is lost', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.put(`${FOLDER}/Other.md`, '# Other\n');
  await settle();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:save', { ...note, body: 'Mine\n' });
  const other = await app.window.ask('notes:read', 'Other.md');
  if (!other.ok) throw new Error(other.problem.code);
  await app.window.ask('notes:save', { ...other.value, body: 'Mine too\n' });
  // Opened again, each has what was typed and not what is in its file.
  expect(await app.window.ask('notes:read', 'An idea.md')).toMatchObject({ value: { body: 'Mine\n' } });
  expect(await app.window.ask('notes:read', 'Other.md')).toMatchObject({ value: { body: 'Mine too\n' } });
  expect((await app.window.ask('app:problems')).map(({ detail }) => detail)).toEqual([
    'Since 10:00. 2 notes are kept on this computer until it can be. You can go on writing.',
  ]);
  computer.memory.readOnly = null;
  await computer.clock.advance(2_000);
  expect(textOf(computer, 'An idea.md')).toBe('Mine\n');
  expect(textOf(computer, 'Other.md')).toBe('Mine too\n');
  expect(await app.window.ask('app:problems')).toEqual([]);
  expect(app.window.received('notes:savedLate').map(({ path }) => path)).toEqual(['An idea.md', 'Other.md']);
});

test('a new note that the folder refuses is in the list meanwhile', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  const fresh = { ...note, path: '2026-11-23 Note.md', title: 'Note', version: null, body: 'Milk and bread' };
  await app.window.ask('notes:save', fresh);
  expect((await app.window.ask('notes:list')).map(({ excerpt }) => excerpt)).toContain('Milk and bread');
  expect(app.window.received('notes:changed').at(-1)?.changed).toMatchObject([{ path: fresh.path }]);
  computer.memory.readOnly = null;
  await computer.clock.advance(2_000);
  expect((await app.window.ask('notes:list')).map(({ path }) => path).sort()).toEqual(
    (await computer.memory.list(FOLDER)).map(({ path }) => path.slice(FOLDER.length + 1)).sort(),
  );
});

test('a folder that is removed is missed at once, and its notes stay listed until it is back', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.missing = FOLDER;
  await app.window.ask('notes:tryAgain');
  expect(await app.window.ask('app:problems')).toMatchObject([
    {
      code: 'notes/missingSince',
      detail:
        'Since 10:00. Connect its disk, or choose another folder. What you write is kept on this computer until then.',
    },
  ]);
  expect((await app.window.ask('notes:list')).map(({ path }) => path)).toEqual(['An idea.md']);
  await app.window.ask('notes:save', { ...note, body: 'Mine\n' });
  expect(computer.memory.missing).toBe(FOLDER);
  computer.memory.missing = null;
  await app.window.ask('notes:tryAgain');
  await settle();
  expect(textOf(computer, 'An idea.md')).toBe('Mine\n');
  expect(await app.window.ask('app:problems')).toEqual([]);
});

test('the empty mount point of a disk that was unplugged is not taken for the folder', async () => {
  const { computer, app, note } = await openedNote();
  const words = computer.memory.text(`${FOLDER}/An idea.md`) ?? '';
  computer.memory.disk = 'another';
  await computer.memory.remove(`${FOLDER}/An idea.md`);
  await settle();
  await app.window.ask('notes:save', { ...note, body: 'Mine\n' });
  expect(computer.memory.names(FOLDER)).toEqual([]);
  expect(await app.window.ask('app:problems')).toMatchObject([{ code: 'notes/missingSince' }]);
  computer.memory.disk = 'disk';
  computer.memory.put(`${FOLDER}/An idea.md`, words);
  await computer.clock.advance(30_000);
  expect(textOf(computer, 'An idea.md')).toBe('Mine\n');
  expect(await app.window.ask('app:problems')).toEqual([]);
});

test('what is typed comes as changes of the text before, and only of that', async () => {
  const { computer, app, note } = await openedNote();
  const [base, id] = [crypto.randomUUID(), crypto.randomUUID()];
  const changes = [{ from: 6, to: 11, insert: 'typed words' }];
  expect(await app.window.ask('notes:keepTyped', { base, id, changes, length: 18 })).toBe(false);
  await app.window.ask('notes:keepDraft', { ...note, body: 'Some words\n' }, base);
  const both = [
    { from: 0, to: 4, insert: 'All' },
    { from: 5, to: 5, insert: 'typed ' },
  ];
  expect(await app.window.ask('notes:keepTyped', { base, id, changes: both, length: 16 })).toBe(true);
  expect(await app.window.ask('notes:keepTyped', { base, id, changes: both, length: 16 })).toBe(false);
  expect(await app.mayQuit()).toBe(true);
  expect(textOf(computer, 'An idea.md')).toBe('All typed words\n');
});

test('main saves the text that it has, and what is typed later belongs to the saved version', async () => {
  const { computer, app, note } = await openedNote();
  const [base, id] = [crypto.randomUUID(), crypto.randomUUID()];
  await app.window.ask('notes:keepDraft', { ...note, body: 'Some words\n' }, base);
  expect(await app.window.ask('notes:saveSent', id)).toBe(null);
  expect(await app.window.ask('notes:saveSent', base)).toMatchObject({ value: { outcome: 'saved' } });
  const changes = [{ from: 0, to: 4, insert: 'More' }];
  await app.window.ask('notes:keepTyped', { base, id, changes, length: 11 });
  expect(await app.window.ask('notes:saveSent', id)).toMatchObject({ value: { outcome: 'saved' } });
  expect(textOf(computer, 'An idea.md')).toBe('More words\n');
});

test('a quit asks while text is not in the folder, and not otherwise', async () => {
  const { computer, app, note } = await openedNote();
  expect(app.mustAsk()).toBe(false);
  await app.window.ask('notes:keepDraft', { ...note, body: 'Typed a moment ago\n' }, crypto.randomUUID());
  expect(app.mustAsk()).toBe(true);
  expect(await app.mayQuit()).toBe(true);
  expect(textOf(computer, 'An idea.md')).toBe('Typed a moment ago\n');
  expect(app.desktop.quitQuestions).toEqual([]);
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:keepDraft', { ...note, body: 'Last words\n' }, crypto.randomUUID());
  expect(await app.mayQuit()).toBe(false);
  computer.memory.isFull = true;
  app.desktop.allowsQuit = true;
  expect(await app.mayQuit()).toBe(true);
  expect(app.desktop.quitQuestions).toEqual([
    [1, true],
    [1, false],
  ]);
});
