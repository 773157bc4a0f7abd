import { expect, test } from 'vitest';
import type { Note } from '#core/notes/note.ts';
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
  await app.window.ask('notes:keepDraft', { ...note, body: 'Last words\n' });
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

test('while the folder is not writable the window shows it, and the text is saved once it is', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:keepDraft', { ...note, body: 'Last words\n' });
  await app[Symbol.asyncDispose]();

  await using again = await computer.start();
  const problems = await again.window.ask('app:problems');
  expect(problems.map(({ detail }) => detail).join()).toContain('your notes');
  computer.memory.readOnly = null;
  await computer.clock.advance(6_000);
  expect(textOf(computer, 'An idea.md')).toBe('Last words\n');
  expect(await again.window.ask('app:problems')).toMatchObject([{ code: 'notes/rescued' }]);
});

test('a note changed by another program keeps its text, and the rescued text is in a note beside it', async () => {
  const { computer, app, note } = await openedNote();
  computer.memory.readOnly = FOLDER;
  await app.window.ask('notes:keepDraft', { ...note, body: 'Last words\n' });
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
