/**
 * The window itself never scrolls, and the focused element is visible: on every screen, in every dialog, at every
 * size.
 */
import { expect, test, type Page } from '@playwright/test';
import { findWindow, launchApp, type LaunchedApp } from './launch.ts';
import { calendarText, follow, serveCalendar } from './person.ts';
import { walk } from './steadiness.ts';
import { furnish, views } from './steadyViews.ts';

/** The first is the least size. */
const sizes = [
  { width: 480, height: 360 },
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
] as const;

const zoom = 'https://zoom.us/j/93333333333?pwd=AbC';
/** A Sunday: no community meets. */
const sync = {
  uid: 'sync',
  title: 'Contributor sync',
  zone: 'America/Los_Angeles',
  start: '20261122T090000',
  end: '20261122T094500',
  rule: 'FREQ=WEEKLY',
  location: zoom,
  description: `Agenda: https://docs.example.org/agenda\\nRecordings: https://youtube.com/playlist?list=1\\n${'Bring what you are working on. '.repeat(20)}`,
};
const calendar = calendarText({
  name: 'Project calendar of the release team',
  meetings: [
    sync,
    { ...sync, uid: 'docs', title: 'Documentation triage with everybody who wrote something this week' },
  ],
});

const setSize = (app: LaunchedApp, page: Page, size: (typeof sizes)[number]): Promise<unknown> =>
  app.electron
    .evaluate(({ BrowserWindow }, { width, height }) => {
      const main = BrowserWindow.getAllWindows().find(
        ({ webContents }) => !/\/(?:alert|clock|panel|sound)\//.test(webContents.getURL()),
      );
      main?.setBounds({ x: 0, y: 0, width, height });
    }, size)
    .then(() => expect.poll(() => page.evaluate(() => outerWidth)).toBe(size.width));

/** Escape closes one layer at a time; a layer that is still closing would take the key for the next one. */
async function closeLayers(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('[role$="dialog"], .popover')).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  // Also clears the selection in the agenda: in a narrow window its details are a dialog, which would open again.
  await page.keyboard.press('Escape');
}

test('nothing moves in the window', async () => {
  test.setTimeout(1_200_000);
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({
    args: ['--now=2026-11-22T16:50:00Z'],
    // No other alert opens in between.
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
    timeZone: 'Europe/Berlin',
    // Private notes need no passphrase.
    env: { ELECTRON_HOST_PROFILE: 'keyring', XDG_CURRENT_DESKTOP: 'sway' },
    furnish,
  });
  const page = await app.window();
  await follow(page, server.address);
  for (const size of sizes) {
    await setSize(app, page, size);
    for (const { name, open, isLastClicked = true, isMenu = false, close } of views) {
      await open(page, app);
      // A toast of the view before lies over what is below it until its time is over.
      await page.mouse.move(2, 2);
      await expect(page.locator('.toast')).toBeHidden({ timeout: 15_000 });
      const faults = await walk(
        page,
        isMenu ? { key: 'ArrowDown', isLastClicked: false } : { isLastClicked },
      );
      expect.soft(faults, `${name} at ${size.width}×${size.height}`).toEqual([]);
      await close?.(page);
      await closeLayers(page);
    }
  }
});

/** One of the small windows, with its countdown. */
async function smallWindow(app: LaunchedApp, name: 'alert' | 'panel'): Promise<Page> {
  const page = await findWindow(app.electron, (one) => one.url().includes(`/${name}/`));
  await page.getByRole('timer').first().waitFor();
  return page;
}

test('nothing moves in the alert window', async () => {
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({
    args: ['--now=2026-11-22T16:50:05Z'],
    settings: { isWelcomeDone: true, reminders: { leads: [{ minutes: 10, kind: 'alert' }] } },
  });
  await follow(await app.window(), server.address);
  const alert = await smallWindow(app, 'alert');
  // Keys are ignored in its first second.
  await expect.poll(() => alert.evaluate(() => performance.now())).toBeGreaterThan(2_500);
  expect(await walk(alert, { isLastClicked: false })).toEqual([]);
});

test('nothing moves in the panel', async () => {
  await using app = await launchApp({
    args: ['--now=2026-11-20T15:40:26Z', '--hidden'],
    settings: { isWelcomeDone: true },
    withDesktop: true,
    withTray: true,
  });
  const [panel] = await Promise.all([smallWindow(app, 'panel'), app.tray?.click()]);
  // The panel closes when it loses the focus.
  const controls = await panel.locator('button:not([tabindex="-1"])').count();
  // One key more would leave it.
  expect(await walk(panel, { isLastClicked: false, mostKeys: controls - 1 })).toEqual([]);
});
