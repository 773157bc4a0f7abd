import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, nextWindow, type LaunchedApp, untilLoaded } from './launch.ts';
import { goTo } from './person.ts';
import { shareLaunch } from './sharedApp.ts';

/** A Friday: Contributor Comms begins at 17:00 in Berlin, the kOps office hours at 18:00. */
const BEFORE = '--now=2026-11-20T15:45:26Z';
/** No reminder comes in between. */
const onDesktop = {
  withDesktop: true,
  locale: 'en_GB.UTF-8',
  settings: { isWelcomeDone: true, reminders: { leads: [] } },
} as const;

const isPanel = (page: Page): boolean => page.url().includes('/panel/');

/**
 * Waits until the panel is hidden: Electron keeps its page, the host closes it, which Playwright may notice later.
 */
async function panelHidden(app: LaunchedApp): Promise<void> {
  const isShown = (panel: Page): Promise<boolean> =>
    panel.evaluate(() => document.visibilityState === 'visible').catch(() => !panel.isClosed());
  const shown = async () => Promise.all(app.electron.windows().filter(isPanel).map(isShown));
  await expect.poll(shown).not.toContain(true);
  await expect.poll(() => visibleWindows(app)).toEqual([]);
  // A click right now would count as the one that took the focus from the panel.
  const hidden = performance.now();
  await expect.poll(() => performance.now() - hidden).toBeGreaterThan(400);
}

/** Clicks the tray icon while no window is visible; returns the panel. */
async function openPanel(app: LaunchedApp): Promise<Page> {
  const kept = app.electron.windows().find(isPanel);
  const [panel] = await Promise.all([kept ?? nextWindow(app.electron, isPanel), app.tray?.click()]);
  await untilLoaded(panel);
  return panel;
}

const visibleWindows = (app: LaunchedApp): Promise<string[]> =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible() && !window.isMinimized())
      .map((window) => window.webContents.getURL()),
  );

async function closePanel(app: LaunchedApp, panel: Page): Promise<void> {
  // The page may close before keyup.
  await panel.keyboard.down('Escape').catch(() => undefined);
  await panelHidden(app);
}

const closeWindow = (app: LaunchedApp): Promise<void> =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => !webContents.getURL().includes('/panel/'))
      ?.close(),
  );

test.describe('with a place for tray icons', () => {
  const launched = shareLaunch({
    ...onDesktop,
    args: [BEFORE, '--hidden'],
    withTray: true,
    env: { XDG_CURRENT_DESKTOP: 'GNOME' },
  });

  test('a click on the tray icon opens a panel that counts down and joins by keyboard', async () => {
    const app = launched();
    await expect.poll(() => app.tray?.image()).toBe('hour.png');
    expect(await app.tray?.tooltip()).toMatch(/in (?:14|15) min/);
    expect(await app.tray?.menu()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Skip Contributor Comms/u),
        'Open Office Hours',
        'New note',
        'Pause reminders for 1 hour',
        'Quit',
      ]),
    );
    const panel = await openPanel(app);
    await expect(panel.getByRole('timer')).toHaveText(/^1[34]:\d\d$/u);
    await expect(panel.getByRole('button', { name: 'Join Zoom, Contributor Comms' }).first()).toBeFocused();
    const rows = panel.getByRole('listitem').getByRole('button', { name: /, [1-5] of 5$/u });
    await expect(rows).toHaveCount(5);
    await expect(rows.first()).toHaveAccessibleName(/, 17:00, in 1[345] minutes, 1 of 5$/u);

    const heading = panel.getByRole('heading', { level: 1 });
    const titles = await panel.locator('.panel-row-title').allTextContents();
    await panel.keyboard.press('3');
    await expect(rows.nth(2)).toBeFocused();
    await expect(heading).toHaveText(titles[2] ?? '');
    await panel.keyboard.press('ArrowUp');
    await expect(rows.nth(1)).toBeFocused();
    await expect(heading).toHaveText(titles[1] ?? '');

    const next = titles.findIndex((title) => title.includes('Contributor Comms'));
    await panel.keyboard.press(String(next + 1));
    // The panel closes, too.
    await panel.keyboard.down('Enter').catch(() => undefined);
    await expect.poll(() => app.opened()).toEqual([expect.stringMatching(/^https:\/\/zoom\.us\/j\//u)]);
    await panelHidden(app);
  });

  test('the panel closes with Escape', async () => {
    const app = launched();
    const panel = await openPanel(app);
    await expect(panel.getByRole('timer')).toBeVisible();
    await closePanel(app, panel);
  });

  test('Tab goes through the panel and comes back to its rows once', async () => {
    const app = launched();
    const panel = await openPanel(app);
    await expect(panel.getByRole('timer')).toBeVisible();
    const names: string[] = [];
    for (let key = 0; key < 10; key += 1) {
      // One more would leave the panel, which closes it.
      if (key > 0) await panel.keyboard.press('Tab');
      names.push(
        await panel.evaluate(
          () =>
            document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      );
    }
    expect(names.map((name) => name.replace(/,.*$/u, ''))).toEqual([
      expect.stringMatching(/^(?:Join|Back)/u),
      'Note',
      'Brief',
      'Show a floating clock',
      'Skip this one',
      expect.stringMatching(/^(?:Contributor Comms|kOps)/u),
      'OpenO',
      'New note',
      'Pause…',
      'Settings',
    ]);
    await closePanel(app, panel);
  });

  for (const scheme of ['light', 'dark'] as const)
    test(`the panel has enough contrast in ${scheme}`, async () => {
      const app = launched();
      const panel = await openPanel(app);
      await panel.setViewportSize({ width: 360, height: 520 });
      await panel.emulateMedia({ colorScheme: scheme });
      await expect(panel.getByRole('timer')).toBeVisible();
      await panel.screenshot({ path: test.info().outputPath(`panel-${scheme}.png`) });
      expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await panel.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
      await closePanel(app, panel);
    });

  test('N in the panel opens the note of its meeting in the window', async () => {
    const app = launched();
    const panel = await openPanel(app);
    await expect(panel.getByRole('timer')).toBeVisible();
    await panel.keyboard.down('n').catch(() => undefined);
    const page = await app.window();
    await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toBeVisible();
  });

  test('with a tray closing hides the window', async () => {
    const app = launched();
    await app.electron.evaluate(({ app: running }) =>
      running.emit('second-instance', {}, [], '', { args: [] }),
    );
    await app.window();
    await closeWindow(app);
    await expect.poll(() => visibleWindows(app)).toEqual([]);
    await expect
      .poll(() => app.desktop?.notifications().map(({ title }) => title))
      .toEqual(['Office Hours keeps running']);
  });
});

test('without a tray, closing minimises the window and explains that once', async () => {
  await using app = await launchApp({ ...onDesktop, args: [BEFORE], env: { XDG_CURRENT_DESKTOP: 'GNOME' } });
  await app.window();
  await closeWindow(app);
  const isMinimized = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(true);
  const told = () => app.desktop?.notifications().map(({ title }) => title);
  await expect.poll(told).toEqual(['Office Hours is only minimised']);
});

test('the switch adds and removes the autostart entry', async () => {
  const onHost = process.env['ELECTRON_OVERRIDE_DIST_PATH']?.includes('packages/electron-host') ?? false;
  test.skip(!onHost, 'only an installed app can; the host can pretend to be one');
  await using app = await launchApp({
    ...onDesktop,
    args: [BEFORE],
    env: { ELECTRON_HOST_PACKAGED: '1', APPIMAGE: '/home/me/Office Hours.AppImage' },
  });
  const page = await app.window();
  await goTo(page, 'Settings');
  const choice = page.getByRole('switch', { name: 'Start with the computer' });
  // It is disabled until the system has answered.
  await expect(choice).toBeEnabled();
  await expect(choice).not.toBeChecked();
  await choice.press('Space');
  await expect(choice).toBeChecked();
  const entry = join(app.home, '.config/autostart/io.github.office_hours.OfficeHours.desktop');
  expect(readFileSync(entry, 'utf8')).toContain('Exec="/home/me/Office Hours.AppImage" --hidden\n');
  await choice.press('Space');
  await expect(choice).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);
});
