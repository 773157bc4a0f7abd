import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { goTo, goToSettings, rowsOf, skipWelcome } from './person.ts';
import { shareApp } from './sharedApp.ts';

/** The kOps office hours have just begun. */
const NOW = '--now=2026-11-20T17:00:30Z';

test.describe('in one window', () => {
  const open = shareApp({ args: [NOW], settings: { isWelcomeDone: true } });

  test('one key opens the room of the next meeting, with its passcode', async () => {
    const { app, page } = await open();
    await expect(page.getByRole('region', { name: 'Next meeting' })).toContainText('kOps Office Hours');
    await page.keyboard.press('j');
    await expect
      .poll(() => app.opened())
      .toEqual(['https://zoom.us/j/97072789944?pwd=VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09']);
  });

  test('the whole window can be used by keyboard', async () => {
    const { page } = await open();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: /keyboard|shortcuts|keys/iu });
    await expect(keys).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();

    await page.keyboard.press('/');
    await page.keyboard.type('SIG Release');
    await expect(rowsOf(page, 'SIG Release').first()).toBeVisible();
    await expect(rowsOf(page, 'kOps')).toHaveCount(0);
  });

  test('at 400 % of a common screen the list has most of the window, and nothing scrolls sideways', async () => {
    const { page } = await open();
    await page.setViewportSize({ width: 320, height: 200 });
    const heightOf = async (selector: string): Promise<number> =>
      (await page.locator(selector).boundingBox())?.height ?? 0;
    expect(await heightOf('#agenda-scroll')).toBeGreaterThan(110);
    expect(await heightOf('.hero')).toBeLessThan(50);
    const isTooWide = await page.evaluate(() =>
      [...document.querySelectorAll('.main, .agenda-main, #agenda-scroll')].some(
        (element) => element.scrollWidth > element.clientWidth,
      ),
    );
    expect(isTooWide).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('the tabs of Notes stay where they are when another list is chosen', async () => {
    const { page } = await open();
    await goTo(page, 'Notes');
    const tabs = page.getByRole('radiogroup', { name: 'What to list' });
    // News may come above the screen meanwhile.
    const place = async () => {
      const [box, title] = await Promise.all([
        tabs.boundingBox(),
        page.getByRole('heading', { level: 1 }).boundingBox(),
      ]);
      return { x: box?.x, width: box?.width, below: (box?.y ?? 0) - (title?.y ?? 0) };
    };
    const before = await place();
    for (const list of [/^To do/u, /^Captions/u, /^Notes/u]) {
      await tabs.getByRole('radio', { name: list }).press('Space');
      await expect(tabs.getByRole('radio', { name: list })).toBeChecked();
      expect(await place()).toEqual(before);
    }
  });

  test('each section of the settings is one press away, and Tab continues from there', async () => {
    const { page } = await open();
    await goTo(page, 'Settings');
    const sections = page.getByRole('navigation', { name: 'Sections of the settings' });
    await sections.getByRole('button', { name: 'Reminders' }).click();
    await page.keyboard.press('ArrowDown');
    const current = sections.getByRole('button', { name: 'Rules' });
    await expect(current).toBeFocused();
    await expect(current).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('region', { name: 'Rules' })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Add a rule' })).toBeFocused();
  });

  test('a setting is found by its words, and its row is lit and focused', async () => {
    const { page } = await open();
    await goTo(page, 'Settings');
    await page.getByRole('searchbox', { name: 'Find a setting' }).fill('dark mode');
    await page.getByRole('option', { name: 'Theme Look' }).click();
    await expect(page.getByRole('region', { name: 'Look' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'System' })).toBeFocused();
    await expect(page.locator('[data-lit]')).toContainText('Theme');
    await expect(page.locator('[data-lit]')).toHaveCount(0);
  });

  test('unfollowing meetings removes them from the agenda immediately', async () => {
    const { page } = await open();
    await expect(rowsOf(page, 'SIG Release').first()).toBeVisible();
    await goTo(page, 'Communities');
    await page.getByRole('searchbox').fill('SIG Release');
    const follow = page.getByRole('switch', { name: 'Follow SIG Release', exact: true });
    await expect(follow).toBeChecked();
    await follow.press('Space');
    await expect(follow).not.toBeChecked();
    await goTo(page, 'Agenda');
    await expect(rowsOf(page, 'kOps').first()).toBeVisible();
    await expect(rowsOf(page, 'SIG Release')).toHaveCount(0);
  });

  test('closing the window keeps the app, and a second start brings the window back', async () => {
    const { app } = await open();
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const isVisible = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
    await expect.poll(isVisible).toBe(false);
    expect(app.electron.process().exitCode).toBeNull();

    await app.startAgain();
    await expect.poll(isVisible).toBe(true);
  });
});

test('theme, clock and zone take effect immediately, and survive a restart', async () => {
  await using app = await launchApp({ args: [NOW], locale: 'en_US.UTF-8', timeZone: 'Europe/Berlin' });
  const page = await app.window();
  await skipWelcome(page);
  await goToSettings(page, 'Look');
  await page.getByText('Dark', { exact: true }).click();
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await goToSettings(page, 'Times and zones');
  await page.getByText('24 hours', { exact: true }).click();
  await expect(page.getByRole('radio', { name: '24 hours' })).toBeChecked();
  await app.electron.close();

  await using later = await launchApp({ args: [NOW], home: app.home, locale: 'en_US.UTF-8' });
  const again = await later.window();
  await expect
    .poll(() => again.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(true);
  await expect(rowsOf(again, 'kOps Office Hours').first()).toContainText('18:00');
});
