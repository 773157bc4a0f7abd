import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import type { Result } from '#base';
import { Computer } from '../fakes/startApp.ts';

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.title);
  return result.value;
};

const FOLDER = '/documents/Office Hours';

/** A computer with a note, a template, a transcript and what is not ours in the folder of notes. */
function computerWithNotes(): Computer {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.memory.put(`${FOLDER}/An idea.md`, '# An idea\n');
  computer.memory.put(`${FOLDER}/Templates/Mine.md`, '# {{title}}\n');
  computer.memory.put(`${FOLDER}/Transcripts/talk.json`, '{}');
  computer.memory.put(`${FOLDER}/.trash/old.md`, 'old');
  computer.memory.put(`${FOLDER}/movie.mkv`, 'large');
  return computer;
}

test('the window changes the folder; the previous notes stay, and are copied on request', async () => {
  const computer = computerWithNotes();
  await using app = await computer.start();
  app.desktop.chosenFile = '/vault';
  expect(unwrap(await app.window.ask('notes:chooseFolder'))).toEqual({
    folder: '/vault',
    before: FOLDER,
    left: 1,
    canCopy: true,
  });
  expect((await app.window.ask('settings:get')).notesFolder).toBe('/vault');
  expect(await app.window.ask('notes:list')).toEqual([]);

  computer.memory.put('/vault/Templates/Mine.md', '# Another\n');
  expect(unwrap(await app.window.ask('notes:copyLeft'))).toEqual({
    copied: 2,
    same: 0,
    notCopied: ['Templates/Mine.md'],
  });
  expect((await computer.memory.list('/vault')).map(({ path }) => path).toSorted()).toEqual([
    '/vault/An idea.md',
    '/vault/Templates/Mine.md',
    '/vault/Transcripts/talk.json',
  ]);
  expect(computer.memory.text('/vault/Templates/Mine.md')).toBe('# Another\n');
  expect(computer.memory.text(`${FOLDER}/An idea.md`)).toBe('# An idea\n');
  expect(unwrap(await app.window.ask('notes:copyLeft'))).toMatchObject({ copied: 0, same: 2 });
});

test('a folder that cannot be written is refused, and everything stays as it was', async () => {
  const computer = computerWithNotes();
  await using app = await computer.start();
  app.desktop.chosenFile = '/read-only';
  computer.memory.isFull = true;
  expect(await app.window.ask('notes:chooseFolder')).toMatchObject({
    problem: { code: 'notes/folderNotWritable' },
  });
  computer.memory.isFull = false;
  expect((await app.window.ask('settings:get')).notesFolder).toBeNull();
  expect(await app.window.ask('notes:list')).toHaveLength(1);
  expect(await app.window.ask('notes:copyLeft')).toMatchObject({ problem: { code: 'notes/nothingLeft' } });
});

test('cancelling, or choosing the current folder, changes nothing', async () => {
  const computer = computerWithNotes();
  await using app = await computer.start();
  expect(unwrap(await app.window.ask('notes:chooseFolder'))).toBeNull();
  app.desktop.chosenFile = `${FOLDER}/`;
  expect(unwrap(await app.window.ask('notes:chooseFolder'))).toBeNull();
  expect((await app.window.ask('settings:get')).notesFolder).toBeNull();
});

test('text being typed is saved to the folder in which it was begun', async () => {
  const computer = computerWithNotes();
  await using app = await computer.start();
  const note = unwrap(await app.window.ask('notes:read', 'An idea.md'));
  await app.window.ask('notes:keepDraft', { ...note, body: '# An idea\n\nand more\n' }, crypto.randomUUID());
  app.desktop.chosenFile = '/vault';
  await app.window.ask('notes:chooseFolder');
  expect(computer.memory.text(`${FOLDER}/An idea.md`)).toContain('and more');
  expect(computer.memory.names('/vault')).toEqual([]);
});

test('notes in a folder around the old one are listed already, so no copy is offered', async () => {
  const computer = computerWithNotes();
  await using app = await computer.start();
  app.desktop.chosenFile = '/documents';
  expect(unwrap(await app.window.ask('notes:chooseFolder'))).toMatchObject({ canCopy: false });
  expect(await app.window.ask('notes:copyLeft')).toMatchObject({ problem: { code: 'notes/nothingLeft' } });
});

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('notes stay listed while their folder is gone, and are read again when it is back', async () => {
  const documents = await mkdtemp(join(tmpdir(), 'office-hours-'));
  onTestFinished(() => rm(documents, { recursive: true, force: true }));
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.files = createFiles();
  computer.folders = { ...computer.folders, documents };
  await using app = await computer.start();
  const folder = join(documents, 'Office Hours');
  const put = (text: string): Promise<void> => writeFile(join(folder, 'An idea.md'), text);
  const titles = async (): Promise<string[]> =>
    (await app.window.ask('notes:list')).map(({ title }) => title);

  await put('---\ntitle: An idea\n---\n');
  await expect.poll(titles).toEqual(['An idea']);
  await rm(folder, { recursive: true });
  const problems = async (): Promise<string[]> =>
    (await app.window.ask('app:problems')).map(({ code }) => code);
  await expect.poll(problems).toEqual(['notes/missingSince']);
  expect(await titles()).toEqual(['An idea']);
  // A new folder would be taken for the one that is gone.
  const image = await app.window.ask('notes:addImage', 'An idea.md', 'image.png', PNG);
  expect(image).toMatchObject({ problem: { code: 'notes/imageNotSaved' } });
  expect(await problems()).toEqual(['notes/missingSince']);
  await mkdir(folder);
  await expect.poll(problems).toEqual([]);
  await expect.poll(titles).toEqual([]);
  await put('---\ntitle: An idea\n---\n');
  await expect.poll(titles).toEqual(['An idea']);
  await put('---\ntitle: A better idea\n---\n');
  await expect.poll(titles).toEqual(['A better idea']);
});
