/** The window itself never scrolls, and whatever has the focus can be seen: on every screen, in every dialog, at every size. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { launchApp, nextWindow, type LaunchedApp } from './launch.ts';
import { answerDialog, calendarText, choose, follow, goTo, serveCalendar } from './person.ts';
import { walk } from './steadiness.ts';

/** The first is the smallest that a user can make it. */
const sizes = [
  { width: 480, height: 360 },
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
] as const;

const zoom = 'https://zoom.us/j/93333333333?pwd=AbC';
/** A Sunday, on which the communities are silent. */
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

interface View {
  readonly name: string;
  readonly open: (page: Page, app: LaunchedApp) => Promise<unknown>;
  readonly isLastClicked?: boolean;
}

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

async function press(page: Page, key: string): Promise<void> {
  await page.getByRole('main').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press(key);
}

/** The list of notes; in a narrow window an open one hides it. */
async function goToNotes(page: Page): Promise<void> {
  await goTo(page, 'Notes');
  const back = page.getByRole('button', { name: 'Back to the list' });
  if (await back.isVisible()) await back.click();
}

async function writeNote(page: Page): Promise<void> {
  await goTo(page, 'Agenda');
  await choose(page, 'Contributor sync');
  await page.locator('.details-actions').getByRole('button', { name: /note/iu }).click();
  await page.getByRole('textbox', { name: 'Text of the note, in Markdown' }).waitFor();
}

async function welcomeAgain(page: Page, step: number): Promise<void> {
  await page.evaluate('window.api.ask("settings:change", [{ isWelcomeDone: false }])');
  const welcome = dialog(page, /^(?:Welcome to Office Hours|Your own calendar|Reminders)$/u);
  await welcome.waitFor();
  const back = welcome.getByRole('button', { name: 'Back' });
  while (await back.isVisible()) await back.click();
  for (let count = 0; count < step; count++) await welcome.getByRole('button', { name: 'Next' }).click();
}

const views: readonly View[] = [
  { name: 'Agenda', open: (page) => goTo(page, 'Agenda') },
  {
    name: 'details of a meeting',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await choose(page, 'Contributor sync');
      await page.getByText('Own times', { exact: true }).last().click();
      await page.getByRole('button', { name: 'Add a reminder' }).waitFor();
    },
  },
  {
    name: 'keyboard shortcuts',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, '?');
      await dialog(page, 'Keyboard shortcuts').waitFor();
    },
  },
  {
    name: 'which meeting to join',
    isLastClicked: false,
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, 'j');
      await dialog(page, 'Join which meeting?').waitFor();
    },
  },
  {
    name: 'a link that asks',
    open: async (page, app) => {
      await app.electron.evaluate(({ app: electron }) =>
        electron.emit('second-instance', {}, [], '', { args: ['office-hours://join-next'] }),
      );
      await dialog(page, 'Join this meeting?').waitFor();
    },
  },
  {
    name: 'a concern',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, 'c');
      await dialog(page, 'Report a concern').waitFor();
    },
  },
  {
    name: 'private notes',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, 'c');
      await page.getByRole('button', { name: 'Private notes' }).click();
      await dialog(page, 'Private notes').waitFor();
    },
  },
  { name: 'Notes', open: goToNotes },
  {
    name: 'search in notes',
    open: async (page) => {
      await goToNotes(page);
      await page.getByRole('searchbox', { name: 'Search notes' }).fill('the');
      await page.getByRole('button', { name: 'Filters' }).click();
    },
  },
  {
    name: 'what is to do',
    open: async (page) => {
      await goToNotes(page);
      await page.getByText('To do', { exact: true }).click();
    },
  },
  {
    name: 'transcripts',
    open: async (page) => {
      await goToNotes(page);
      await page.getByText('Transcripts', { exact: true }).click();
    },
  },
  {
    name: 'importing notes',
    open: async (page, app) => {
      await goToNotes(page);
      await answerDialog(app, join(app.home, 'old'));
      await page.getByRole('button', { name: 'Import a folder of Markdown' }).click();
      await dialog(page, 'Import').waitFor();
    },
  },
  { name: 'a note', open: writeNote },
  {
    name: 'agenda of a note',
    open: async (page) => {
      await writeNote(page);
      await page.getByRole('toolbar', { name: 'Writing' }).getByRole('button', { name: 'Agenda' }).click();
      await dialog(page, 'Agenda').waitFor();
    },
  },
  { name: 'Communities', open: (page) => goTo(page, 'Communities') },
  { name: 'Feeds', open: (page) => goTo(page, 'Feeds') },
  {
    name: 'preview of a feed',
    open: async (page) => {
      await goTo(page, 'Feeds');
      await page
        .getByLabel('Address of a calendar')
        .fill('Docs group: every Tuesday at 16:00 UTC https://zoom.us/j/95555555555');
      await page.getByRole('button', { name: 'Preview' }).click();
      await page.getByRole('region', { name: /^Preview of/u }).waitFor();
    },
  },
  {
    name: 'reminders of a feed',
    open: async (page) => {
      await goTo(page, 'Feeds');
      await page
        .getByRole('button', { name: /^Reminders/u })
        .last()
        .click();
      await page.getByRole('dialog').getByText('Own times', { exact: true }).click();
      await page.getByRole('button', { name: 'Add a reminder' }).waitFor();
    },
  },
  {
    name: 'removing a feed',
    isLastClicked: false,
    open: async (page) => {
      await goTo(page, 'Feeds');
      await page.getByRole('button', { name: /^Remove / }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { name: 'Settings', open: (page) => goTo(page, 'Settings') },
  {
    name: 'a service of one’s own',
    open: async (page) => {
      await goTo(page, 'Settings');
      await page.getByRole('button', { name: 'Add a service' }).click();
    },
  },
  {
    name: 'Settings with problems above',
    open: async (page, app) => {
      await app.electron.evaluate(({ BrowserWindow }) => {
        const problem = (code: string): object => ({
          code,
          title: `The list of announced meetings was damaged (${code})`,
          detail:
            'It was kept under another name; what could be read of it goes on. A meeting may be announced twice.',
        });
        for (const window of BrowserWindow.getAllWindows())
          window.webContents.send('app:problems', [problem('a'), problem('b')]);
      });
      await goTo(page, 'Settings');
    },
  },
  { name: 'the welcome', open: (page) => welcomeAgain(page, 0), isLastClicked: false },
  { name: 'own calendar in the welcome', open: (page) => welcomeAgain(page, 1), isLastClicked: false },
  { name: 'reminders in the welcome', open: (page) => welcomeAgain(page, 2) },
];

const setSize = (app: LaunchedApp, page: Page, size: (typeof sizes)[number]): Promise<unknown> =>
  app.electron
    .evaluate(({ BrowserWindow }, { width, height }) => {
      const main = BrowserWindow.getAllWindows().find(
        ({ webContents }) => !/\/(?:alert|panel)\//.test(webContents.getURL()),
      );
      main?.setBounds({ x: 0, y: 0, width, height });
    }, size)
    .then(() => expect.poll(() => page.evaluate(() => outerWidth)).toBe(size.width));

function furnish(home: string): void {
  const notes = join(home, 'Documents/Office Hours');
  mkdirSync(notes, { recursive: true });
  mkdirSync(join(home, 'old'), { recursive: true });
  writeFileSync(join(home, 'old/one.md'), '# One\n');
  for (let number = 0; number < 12; number++)
    writeFileSync(join(notes, `Idea ${number}.md`), `# Idea ${number}\n\n- [ ] @me try the one thing\n`);
}

test('the window stays where it is', async () => {
  test.setTimeout(600_000);
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({
    args: ['--now=2026-11-22T16:50:00Z'],
    // No alert of its own comes up in between.
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
    timeZone: 'Europe/Berlin',
  });
  furnish(app.home);
  const page = await app.window();
  await follow(page, server.address);
  for (const size of sizes) {
    await setSize(app, page, size);
    for (const { name, open, isLastClicked } of views) {
      await open(page, app);
      const faults = await walk(page, isLastClicked);
      expect.soft(faults, `${name} at ${size.width}×${size.height}`).toEqual([]);
      for (let count = 0; count < 3; count++) await page.keyboard.press('Escape');
      await expect(page.locator('[role$="dialog"]')).toBeHidden();
    }
  }
});

/** One of the small windows, with its countdown. */
async function smallWindow(app: LaunchedApp, name: 'alert' | 'panel'): Promise<Page> {
  const isIt = (page: Page): boolean => page.url().includes(`/${name}/`);
  const page = app.electron.windows().find(isIt) ?? (await nextWindow(app.electron, isIt));
  await page.getByRole('timer').first().waitFor();
  return page;
}

test('the large window stays where it is', async () => {
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({
    args: ['--now=2026-11-22T16:50:05Z'],
    settings: { isWelcomeDone: true, reminders: { leads: [{ minutes: 10, kind: 'alert' }] } },
  });
  await follow(await app.window(), server.address);
  const alert = await smallWindow(app, 'alert');
  // Its first second belongs to whatever the user was typing in.
  await expect.poll(() => alert.evaluate(() => performance.now())).toBeGreaterThan(2_500);
  expect(await walk(alert, false)).toEqual([]);
});

test('the panel stays where it is', async () => {
  await using app = await launchApp({
    args: ['--now=2026-11-20T15:40:26Z', '--hidden'],
    settings: { isWelcomeDone: true },
    withDesktop: true,
    withTray: true,
  });
  const [panel] = await Promise.all([smallWindow(app, 'panel'), app.tray?.click()]);
  // Once the focus leaves the panel it closes.
  const controls = await panel.getByRole('button').count();
  expect(await walk(panel, false, controls)).toEqual([]);
});
