import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { findWindow, type LaunchedApp } from './launch.ts';
import {
  calendarText,
  follow,
  goTo,
  goToSettings,
  rowsOf,
  serveCalendar,
  type ServedText,
} from './person.ts';
import { shareLaunch } from './sharedApp.ts';

const meeting = { zone: 'Europe/Berlin', start: '20261122T150000', end: '20261122T160000' };
const room = 'https://meet.google.com/abc-defg-hij';
const calendar = calendarText({
  name: 'Reviews',
  meetings: [{ ...meeting, uid: 'review', title: 'Release review', location: room }],
});

/** The clock's page; it is opened by `open`. */
async function clockOf(app: LaunchedApp, open: () => unknown): Promise<Page> {
  await open();
  const clock = await findWindow(app.electron, (page) => page.url().includes('/clock/'));
  await clock.getByRole('timer').waitFor();
  return clock;
}

/** Opens the clock of the only meeting from the menu of its row. */
async function openFromRow(page: Page): Promise<void> {
  await goTo(page, 'Agenda');
  // A row has its buttons with the focus.
  await rowsOf(page, 'Release review').first().focus();
  await page.getByRole('button', { name: 'More about Release review' }).first().press('Enter');
  await page.getByRole('menuitem', { name: 'Show the floating clock' }).press('Enter');
}

/** Asks for the clock of the only meeting. */
const askForClock = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => {
    const { occurrences } = await window.api.invoke('agenda:get', [0]);
    const { key } = occurrences.find(({ title }) => title === 'Release review');
    return window.api.invoke('clock:show', [key]);
  })()`);

/** Width that the app gave the clock's window, and its place. */
const boundsOf = (app: LaunchedApp) =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/clock/'))
      ?.getBounds(),
  );

// One window; each test continues where the one before it ended.
test.describe.serial('the floating clock', () => {
  const launched = shareLaunch({
    args: ['--now=2026-11-22T14:00:10Z'],
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
    locale: 'en_GB.UTF-8',
    withDesktop: true,
  });
  let server: ServedText;
  test.beforeAll(async () => {
    server = await serveCalendar(calendar);
    await follow(await launched().window(), server.address);
  });
  test.afterAll(() => server[Symbol.asyncDispose]());

  test('it shows the time to the end, and its title and buttons while the pointer is there', async () => {
    const app = launched();
    const page = await app.window();
    const clock = await clockOf(app, () => openFromRow(page));
    await expect(clock.getByRole('timer')).toHaveText(/^ends in 5[89]:\d\d$/u);
    await clock.evaluate(() => {
      document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));
      window.dispatchEvent(new Event('blur'));
    });
    await expect(clock.getByRole('button')).toHaveCount(0);
    await clock.mouse.move(60, 20);
    await expect(clock.getByText('Release review')).toBeVisible();
    await expect(clock.getByText('ends 16:00')).toBeVisible();
    await expect(clock.getByRole('button')).toHaveCount(3);
  });

  test('by keyboard it opens the note, and joins', async () => {
    const app = launched();
    const page = await app.window();
    const clock = await clockOf(app, () => null);
    await clock.getByRole('button', { name: 'Join Google Meet, Release review' }).press('Enter');
    await expect.poll(() => app.opened()).toEqual([room]);
    await expect(clock.getByRole('button', { name: 'Back to Google Meet, Release review' })).toBeFocused();
    await clock.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toBeVisible();
  });

  test('Escape closes it, and it comes up where the user left it', async () => {
    const app = launched();
    const page = await app.window();
    const clock = await clockOf(app, () => null);
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().includes('/clock/'))
        ?.setBounds({ x: 200, y: 300 }),
    );
    const closed = clock.waitForEvent('close');
    await clock.keyboard.down('Escape').catch(() => undefined);
    await closed;
    const config = (): unknown =>
      JSON.parse(readFileSync(join(app.home, '.config/Office Hours/config.json'), 'utf8'));
    await expect.poll(config).toMatchObject({ clock: { x: 200, y: 300 } });
    await clockOf(app, () => askForClock(page));
    await expect.poll(async () => boundsOf(app)).toMatchObject({ x: 200, y: 300 });
  });

  test('the setting switches it on for meetings that are joined', async () => {
    const page = await launched().window();
    await goToSettings(page, 'Reminders');
    const choice = page.getByRole('switch', { name: 'Show a floating clock during meetings' });
    await expect(choice).not.toBeChecked();
    await choice.press('Space');
    await expect(choice).toBeChecked();
  });
});
