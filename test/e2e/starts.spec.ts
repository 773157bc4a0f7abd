import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { shareApp } from './sharedApp.ts';

/** The built-in office hours have begun. */
const BEGUN = '--now=2026-11-20T17:00:30Z';

test.describe('in one window', () => {
  const open = shareApp({ args: [BEGUN], settings: { isWelcomeDone: true } });

  test('a link that joins asks before it opens the room', async () => {
    const { app, page } = await open();
    await app.startAgain('office-hours://join-next');
    const question = page.getByRole('dialog', { name: 'Join this meeting?' });
    await expect(question).toContainText('kOps Office Hours');
    await expect(question).toContainText('zoom.us');
    expect(app.opened()).toEqual([]);
    await question.getByRole('button', { name: 'Join Zoom' }).click();
    await expect.poll(() => app.opened()).toEqual([expect.stringMatching(/^https:\/\/zoom\.us\/j\//u)]);
    await expect(question).toBeHidden();
  });

  test('a link to a calendar opens its preview and follows nothing', async () => {
    const { app, page } = await open();
    // No server answers there.
    await app.startAgain(`office-hours://follow?feed=${encodeURIComponent('https://127.0.0.1/team.ics')}`);
    const dialog = page.getByRole('dialog', { name: 'Add a calendar' });
    await expect(dialog.getByRole('textbox')).toHaveValue('https://127.0.0.1/team.ics');
    await expect(dialog).toContainText('A link suggests this.');
    await dialog.getByRole('button', { name: 'Not now' }).click();
    await expect(dialog).toBeHidden();
    const table = page.getByRole('table', { name: 'Calendars' });
    await expect(table.getByRole('switch', { name: /^Show /u })).toHaveCount(1);
  });

  test('a link from the system is handled while the app is running', async () => {
    const { app, page } = await open();
    // As macOS does.
    await app.electron.evaluate(({ app: running }) => {
      running.emit('open-url', { preventDefault: () => undefined }, 'office-hours://note');
    });
    await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toBeVisible();
  });
});

test('“Join next” of the desktop’s menu joins immediately, also when it starts the app', async () => {
  await using app = await launchApp({ args: [BEGUN, '--join-next'], settings: { isWelcomeDone: true } });
  await expect.poll(() => app.opened()).toEqual([expect.stringMatching(/^https:\/\/zoom\.us\/j\//u)]);
});

test('a command runs next to the running app without affecting it', async () => {
  await using app = await launchApp({ args: [BEGUN, '--hidden'] });
  const next = await app.startAgain('next', '--now', '2026-11-20T17:00:30Z', '--json');
  expect(next.code).toBe(0);
  expect(JSON.parse(next.out)).toMatchObject({ title: 'kOps Office Hours', startsInMs: -30_000 });
  expect(await app.startAgain('dance')).toEqual({ code: 2, out: '' });
  const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(0);
});
