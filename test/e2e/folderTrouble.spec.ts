import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from './launch.ts';
import { goTo } from './person.ts';

const isRoot = process.getuid?.() === 0;
const run = (program: string, ...args: string[]): void =>
  void execFileSync(program, args, { stdio: 'ignore' });

/** A folder that can refuse to be written, also for root: a small file system of its own. */
function folderThatMayRefuse(): { path: string; refuse: () => void; allow: () => void } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'notes-'));
  if (isRoot) run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path);
  const remount = (how: string): void => run('mount', '-o', `remount,${how}`, path);
  const allow = (): void => (isRoot ? remount('rw') : chmodSync(path, 0o755));
  return {
    path,
    refuse: () => (isRoot ? remount('ro') : chmodSync(path, 0o555)),
    allow,
    [Symbol.dispose]: () => {
      if (isRoot) run('umount', '-l', path);
      else allow();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The texts of the notes in a folder. */
const textsIn = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n')
    : '';

const start = (notesFolder: string, home?: string): Promise<LaunchedApp> =>
  launchApp({
    args: ['--now=2026-11-22T09:00:00Z'],
    timeZone: 'Etc/UTC',
    settings: { isWelcomeDone: true, notesFolder },
    ...(home !== undefined && { home }),
  });

/** Begins a note without a meeting and writes in it. */
async function writeNewNote(page: Page, words: string): Promise<void> {
  await goTo(page, 'Notes');
  await page.keyboard.press('Control+n');
  const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await expect(field).toBeFocused();
  await field.pressSequentially(words);
}

const banner = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Problems' }).getByText(title, { exact: true });

/** Answers the question of the system whether to quit. */
async function answerQuit(app: LaunchedApp, button: number): Promise<void> {
  await app.electron.evaluate(({ dialog }, response) => {
    Object.assign(dialog, { showMessageBox: () => Promise.resolve({ response, checkboxChecked: false }) });
  }, button);
}

test('words typed while the folder is read-only survive a quit, and are saved by the next start', async () => {
  using folder = folderThatMayRefuse();
  let home = '';
  {
    await using app = await start(folder.path, mkdtempSync(join(tmpdir(), 'home-')));
    home = app.home;
    const page = await app.window();
    folder.refuse();
    await writeNewNote(page, 'RO-WORDS');
    await expect(banner(page, 'Your notes folder cannot be written')).toBeVisible();
    await expect(page.getByText('Kept on this computer', { exact: true })).toBeVisible();
    // Kept open at first: the app goes on.
    await answerQuit(app, 1);
    await app.electron.evaluate(({ app: main }) => main.quit());
    await expect(banner(page, 'Your notes folder cannot be written')).toBeVisible();
    await answerQuit(app, 0);
  }
  expect(textsIn(folder.path)).not.toContain('RO-WORDS');
  folder.allow();
  {
    await using app = await start(folder.path, home);
    const page = await app.window();
    await expect.poll(() => textsIn(folder.path)).toContain('RO-WORDS');
    await expect(banner(page, 'Your last changes are saved now')).toBeVisible();
  }
  rmSync(home, { recursive: true, force: true });
});

test('a folder that is gone is told on every screen, two notes can be written meanwhile, and it goes by itself', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'notes-'));
  const folder = join(parent, 'notes');
  mkdirSync(folder);
  await using app = await start(folder);
  const page = await app.window();
  await writeNewNote(page, 'First words. ');
  await expect.poll(() => textsIn(folder)).toContain('First words.');
  renameSync(folder, join(parent, 'elsewhere'));
  const title = 'Your notes folder is missing';
  await expect(banner(page, title)).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Text of the note, in Markdown' })
    .pressSequentially('Second words.');
  await writeNewNote(page, 'Another note.');
  for (const screen of ['Agenda', 'Communities', 'Calendars', 'Settings', 'Notes'] as const) {
    await goTo(page, screen);
    await expect(banner(page, title)).toBeVisible();
  }
  expect(existsSync(folder)).toBe(false);
  if (process.env['SHOTS'] !== undefined)
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const [width, height] of [
        [1280, 800],
        [900, 600],
        [480, 360],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.screenshot({ path: join(process.env['SHOTS'], `missing-${width}-${scheme}.png`) });
      }
    }
  renameSync(join(parent, 'elsewhere'), folder);
  await expect.poll(() => textsIn(folder), { timeout: 60_000 }).toContain('Another note.');
  expect(textsIn(folder)).toContain('First words. Second words.');
  await expect(banner(page, title)).toBeHidden();
  rmSync(parent, { recursive: true, force: true });
});
