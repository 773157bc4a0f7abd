/**
 * `npm run screenshots`: every screen of the built app in light and dark, as PNG files below test-results/screenshots.
 * The pictures are for people to look at; the one of the agenda is the README's when `--readme` is given.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from '../test/e2e/launch.ts';
import { calendarText, follow, goTo, serveCalendar, skipWelcome } from '../test/e2e/person.ts';
import { installed, root, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

const folder = join(root, 'test-results/screenshots');
const now = '--now=2026-11-20T16:47:26Z';
const narrow = { width: 480, height: 760 };

const calendar = calendarText({
  name: 'Team Aurora',
  meetings: [
    {
      uid: 'design-review',
      title: 'Design review',
      zone: 'Europe/Berlin',
      start: '20261120T183000',
      end: '20261120T191500',
      location: 'https://meet.google.com/abc-defg-hij',
    },
    {
      uid: 'stand-up',
      title: 'Stand-up',
      zone: 'Europe/Berlin',
      start: '20261102T093000',
      end: '20261102T094500',
      rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH',
      location: 'https://meet.google.com/abc-defg-hij',
    },
  ],
});

const pastedMail = `Subject: Documentation working hours

Hello all, from now on we meet every second Tuesday at 8:00 AM PT / 4:00 PM UTC:
https://zoom.us/j/95555555555

Newcomers are welcome on the first Friday of the month, 15:00 CET, in the same room.`;

/** Communities followed in the pictures: a handful, as a person would. */
const followed = ['kOps', 'Kubernetes PM Group', 'SIG Release', 'SIG Node', 'SIG Cluster Lifecycle'];

async function welcome(
  theme: 'light' | 'dark',
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await using app = await launchApp({ args: [now], home: homeWith(theme, false), locale: 'en_GB.UTF-8' });
  const page = await app.window();
  await page.getByRole('dialog', { name: 'Welcome to Office Hours' }).waitFor();
  await take(page, 'welcome');
}

/** A home in which the theme was chosen. */
function homeWith(theme: 'light' | 'dark', isWelcomeDone: boolean): string {
  const home = mkdtempSync(join(tmpdir(), 'screenshots-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const settings = join(home, '.config/Office Hours');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'config.json'), JSON.stringify({ settings: { theme, isWelcomeDone } }));
  return home;
}

/** Follows what the person of the pictures follows, and nothing else. */
async function followFew(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Welcome to Office Hours' });
  for (const one of await dialog.getByRole('switch').all()) {
    const name =
      (await one.getAttribute('aria-label')) ??
      (await one.evaluate((input) => input.closest('label')?.textContent ?? ''));
    const isWanted = followed.some((wanted) => name.includes(wanted));
    if (isWanted !== (await one.isChecked())) await one.press('Space');
  }
  await skipWelcome(page);
}

/** The small window that a click on the tray icon opens. */
async function panel(app: LaunchedApp, take: (page: Page, name: string) => Promise<void>): Promise<void> {
  const isPanel = (page: Page): boolean => page.url().includes('/panel/');
  const [page] = await Promise.all([app.electron.waitForEvent('window', isPanel), app.tray?.click()]);
  await page.setViewportSize({ width: 360, height: 460 });
  await page.getByRole('timer').waitFor();
  await take(page, 'panel');
  await page.close();
}

async function screens(
  theme: 'light' | 'dark',
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({
    args: [now],
    home: homeWith(theme, false),
    locale: 'en_GB.UTF-8',
    withDesktop: true,
    withTray: true,
  });
  const page = await app.window();
  await followFew(page);
  await panel(app, take);
  await goTo(page, 'Feeds');
  await page.getByLabel('Address of a calendar').fill(server.address);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Follow', exact: true }).waitFor();
  await take(page, 'feed-preview');
  await follow(page, server.address);
  await take(page, 'feeds');
  await goTo(page, 'Agenda');
  await take(page, 'agenda');
  await page
    .getByRole('row', { name: /^kOps Office Hours/u })
    .first()
    .click();
  await take(page, 'details');
  await page.keyboard.press('n');
  const editor = page.getByRole('textbox', { name: /text of the note/iu });
  await editor.press('Control+End');
  await editor.pressSequentially('\n- [ ] @me try the new validation on a real cluster\n');
  await page.getByText('Saved', { exact: true }).waitFor();
  await take(page, 'note');
  await goTo(page, 'Communities');
  await page.getByRole('button', { name: /^kOps/u }).click();
  await page.getByRole('button', { name: /^SIG Node/u }).click();
  await take(page, 'communities-open');
  await goTo(page, 'Feeds');
  await page.getByLabel('Address of a calendar').fill(pastedMail);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('region', { name: /^Preview of/u }).waitFor();
  await take(page, 'pasted-text');
  for (const screen of ['Communities', 'Settings'] as const) {
    await goTo(page, screen);
    await take(page, screen.toLowerCase());
  }
  await goTo(page, 'Agenda');
  await page.keyboard.press('?');
  await take(page, 'keys');
  await page.keyboard.press('Escape');
  await page.setViewportSize(narrow);
  await take(page, 'agenda-narrow');
  await page.setViewportSize({ width: 1100, height: 760 });
  server.answer(404, 'gone');
  await goTo(page, 'Feeds');
  await page
    .getByRole('button', { name: /update all feeds/iu })
    .first()
    .click();
  await page
    .getByText(/Cannot be updated/u)
    .first()
    .waitFor();
  await take(page, 'feed-failing');
}

if (installedRuntime()?.kind !== 'electron')
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(root, 'src/host/dist');
if ((await show(installed('electron-vite'), ['build', '--logLevel', 'warn'])) !== 0) process.exit(1);
for (const theme of ['light', 'dark'] as const) {
  mkdirSync(join(folder, theme), { recursive: true });
  const take = async (page: Page, name: string): Promise<void> => {
    // Animations are over when the page has been still for a moment.
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => null)',
    );
    await page.screenshot({ path: join(folder, theme, `${name}.png`) });
    console.log(`${theme}/${name}.png`);
  };
  await welcome(theme, take);
  await screens(theme, take);
}
if (process.argv.includes('--readme')) {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  copyFileSync(join(folder, 'light/details.png'), join(root, 'docs/images/agenda.png'));
}
