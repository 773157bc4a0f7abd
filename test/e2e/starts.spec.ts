import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type LaunchedApp } from './launch.ts';
import { skipWelcome } from './person.ts';

const repository = join(import.meta.dirname, '../..');
/** The office hours that are built in have begun. */
const BEGUN = '--now=2026-11-20T17:00:30Z';

/** Starts the app once more beside the one that runs; what it printed, and how it ended. */
async function startAgain(app: LaunchedApp, ...args: string[]): Promise<{ code: unknown; out: string }> {
  const second = spawn('npx', ['electron', '.', ...args], {
    cwd: repository,
    env: app.environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  second.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const [code] = await once(second, 'close');
  return { code, out };
}

test('a link that joins asks first, and the answer opens the room', async () => {
  await using app = await launchApp({ args: [BEGUN] });
  const page = await app.window();
  await skipWelcome(page);
  await startAgain(app, 'office-hours://join-next');
  const question = page.getByRole('dialog', { name: 'Join this meeting?' });
  await expect(question).toContainText('kOps Office Hours');
  await expect(question).toContainText('zoom.us');
  expect(app.opened()).toEqual([]);
  await question.getByRole('button', { name: 'Join Zoom' }).click();
  await expect.poll(() => app.opened()).toEqual([expect.stringMatching(/^https:\/\/zoom\.us\/j\//u)]);
  await expect(question).toBeHidden();
});

test('“Join next” of the desktop’s menu joins at once, also where it starts the app', async () => {
  await using app = await launchApp({ args: [BEGUN, '--join-next'], settings: { isWelcomeDone: true } });
  await expect.poll(() => app.opened()).toEqual([expect.stringMatching(/^https:\/\/zoom\.us\/j\//u)]);
});

test('a link to a calendar shows what is there before anything is followed', async () => {
  await using app = await launchApp({ args: [BEGUN] });
  const page = await app.window();
  await skipWelcome(page);
  // Nobody answers there.
  await startAgain(app, `office-hours://follow?feed=${encodeURIComponent('https://127.0.0.1/team.ics')}`);
  await expect(page.getByRole('heading', { name: 'Feeds' })).toBeVisible();
  await expect(page.getByLabel('Address of a calendar')).toHaveValue('https://127.0.0.1/team.ics');
  await expect(page.getByText('A link asked for this calendar.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Feeds' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByLabel('Address of a calendar')).toHaveValue('');
  await expect(page.getByText('A link asked for this calendar.')).toBeHidden();
});

test('a link that the system hands over while the app runs is done too', async () => {
  await using app = await launchApp({ args: [BEGUN] });
  const page = await app.window();
  await skipWelcome(page);
  // As macOS does it.
  await app.electron.evaluate(({ app: running }) => {
    running.emit('open-url', { preventDefault: () => undefined }, 'office-hours://note');
  });
  await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toBeVisible();
});

test('a command is answered beside the running app, which sees nothing of it', async () => {
  await using app = await launchApp({ args: [BEGUN, '--hidden'] });
  const next = await startAgain(app, 'next', '--now', '2026-11-20T17:00:30Z', '--json');
  expect(next.code).toBe(0);
  expect(JSON.parse(next.out)).toMatchObject({ title: 'kOps Office Hours', startsInMs: -30_000 });
  expect(await startAgain(app, 'dance')).toEqual({ code: 2, out: '' });
  const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(0);
});
