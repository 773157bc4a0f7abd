/** Unexpected failures: no time zone, an error while rendering, a killed app. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { goTo, rowsOf } from './person.ts';
import { shareLaunch } from './sharedApp.ts';

const welcomed = { settings: { isWelcomeDone: true } } as const;
const NOW = '--now=2026-11-20T16:45:00Z';

test('without a time zone the agenda works, and two presses choose a zone', async () => {
  await using app = await launchApp({ ...welcomed, args: [NOW], env: { TZ: '' } });
  const page = await app.window();
  await expect(rowsOf(page, 'kOps Office Hours').first()).toContainText('5:00 PM');
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText('The time zone of this computer is not known');
  await problems.getByRole('button', { name: 'Choose a time zone' }).click();
  await expect(page.getByRole('combobox', { name: 'Time zone', exact: true })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('CET');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Berlin');
  await expect(first).toContainText('UTC+1, UTC+2 from');
  // The open list hides no part of the page from screen readers.
  await expect(page.getByRole('navigation', { name: 'Sections of the settings' })).toBeVisible();
  await first.click();
  await expect(problems).not.toContainText('time zone');
  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'kOps Office Hours').first()).toContainText('6:00 PM');
});

test.describe.serial('one app', () => {
  const launched = shareLaunch({ ...welcomed, args: [NOW] });

  test('a screen that fails shows a message, and the others keep working', async () => {
    const app = launched();
    const page = await app.window();
    await page.locator('#agenda-days').getByRole('row').first().waitFor();
    await app.electron.evaluate(({ BrowserWindow }) => {
      const agenda = { revision: 1e6, zone: 'No/Such_Zone', window: { from: 0, to: 1 }, occurrences: [] };
      for (const window of BrowserWindow.getAllWindows())
        window.webContents.send('agenda:changed', { kind: 'all', agenda });
    });
    const failure = page.getByRole('alert').filter({ hasText: 'This screen could not be shown' });
    await expect(failure).toContainText('Your reminders still come');
    await failure.getByRole('button', { name: 'Copy report' }).click();
    await expect(failure.getByRole('button', { name: 'Report copied' })).toBeVisible();
    const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(/^Office Hours [\d.]+ on linux\nFailed: agenda\nRangeError/u);
    const log = (): string => readFileSync(join(app.home, '.config/Office Hours/logs/main.log'), 'utf8');
    await expect.poll(log).toMatch(/the window failed: Failed: agenda\nRangeError/u);
    await goTo(page, 'Notes');
    await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible();
    await goTo(page, 'Agenda');
    await failure.getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator('#agenda-days').getByRole('row').first()).toBeVisible();
  });

  test('the first start after a kill reports it', async () => {
    const killed = launched();
    await (await killed.window()).locator('#agenda-days').getByRole('row').first().waitFor();
    const child = killed.electron.process();
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;

    await using later = await launchApp({ args: ['--now=2026-11-20T18:45:00Z'], home: killed.home });
    const page = await later.window();
    const problems = page.getByRole('region', { name: 'Problems' });
    await expect(problems).toContainText('Office Hours ended without closing');
    await expect(page.getByRole('region', { name: 'What happened' })).toContainText('kOps Office Hours');
  });
});
