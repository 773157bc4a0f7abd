import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { confirmFile, showFolder } from '#main/adapters/electron/dialogs.ts';
import { answers, opened, questions } from '../../fakes/electron.ts';

beforeEach(() => {
  for (const list of [answers, opened, questions]) list.splice(0);
});

test('a folder is shown; a file, a program or a missing path never reaches the system', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'run.exe');
  writeFileSync(program, '', { mode: 0o755 });
  mkdirSync(join(folder, 'Notes'));
  writeFileSync(join(folder, 'Notes.exe'), '');
  for (const path of [program, join(folder, 'none'), `${folder}\0.exe`, '\\\\evil.example\\share\\run.exe'])
    await expect(showFolder(path)).rejects.toThrow(/no folder|no such file|null bytes/);
  expect(opened).toEqual([]);
  await showFolder(join(folder, 'Notes'));
  expect(opened).toEqual([join(folder, 'Notes') + sep]);
});

test('a file that the window named is read only after its own button was pressed', async () => {
  expect(await confirmFile('/home/me/team.ics')).toBe(false);
  answers.push(1, 0);
  expect(await confirmFile('/home/me/team.ics')).toBe(false);
  expect(await confirmFile('/home/me/team.ics')).toBe(true);
  const [question] = questions;
  expect(question).toMatchObject({ detail: '/home/me/team.ics', buttons: ['Read file', 'Cancel'] });
  // Enter, pressed for something else, and Escape read nothing.
  expect([question?.defaultId, question?.cancelId]).toEqual([1, 1]);
});

test('the question shows the path unchanged', async () => {
  await confirmFile('/home/me/\u202egpj.ics');
  expect(questions[0]?.detail).toBe('/home/me/ gpj.ics');
});
