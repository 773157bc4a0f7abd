/** Every dialog and list over the window, by keyboard: the focus enters, stays inside, and returns to the opener. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { narrow, settle, wide } from '../../scripts/pictures/scene.ts';
import { launchApp } from './launch.ts';
import {
  answerDialog,
  calendarText,
  follow,
  goTo,
  goToSettings,
  importNotes,
  openNote,
  rowsOf,
  serveCalendar,
  type ServedText,
} from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-22T16:50:00Z';

/** A Sunday: no community meets. Both begin at the same time. */
const meeting = {
  uid: 'kites',
  title: 'Kite sync',
  zone: 'Etc/UTC',
  start: '20261122T170000',
  end: '20261122T174500',
  location: 'https://zoom.us/j/93333333333?pwd=AbC',
};
const calendar = calendarText({
  name: 'Kites',
  meetings: [meeting, { ...meeting, uid: 'wind', title: 'Wind sync' }],
});

/** The focus is in the opened element, and Tab keeps it there. */
async function holdsFocus(page: Page, layer: Locator): Promise<void> {
  const focused = layer
    .locator(':focus')
    .or(layer.and(page.locator(':focus')))
    .first();
  await expect(focused).toBeAttached();
  for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key);
    await expect(focused, `after ${key}`).toBeAttached();
  }
}

/** A key on `from` opens it; Escape closes it, and the focus returns. */
async function opensAndCloses(page: Page, from: Locator, layer: Locator, key = 'Enter'): Promise<void> {
  await from.focus();
  // Focus may scroll, and a list closes when the page behind it scrolls.
  await settle(page);
  await page.keyboard.press(key);
  await expect(layer).toBeVisible();
  await holdsFocus(page, layer);
  await page.keyboard.press('Escape');
  await expect(layer).toBeHidden();
  await expect(from).toBeFocused();
}

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

test.describe('in one window', () => {
  // No reminder takes the focus.
  const settings = { isWelcomeDone: true, reminders: { leads: [] } };
  const open = shareApp(
    { args: [NOW], settings, timeZone: 'Etc/UTC' },
    { keepsFeeds: true, keepsNotes: true },
  );
  let server: ServedText;
  test.beforeAll(async () => {
    server = await serveCalendar(calendar);
    const { page } = await open();
    await follow(page, server.address);
  });
  test.afterAll(() => server[Symbol.asyncDispose]());

  test('in the agenda', async () => {
    const { page } = await open();
    const row = rowsOf(page, 'Kite sync');
    await opensAndCloses(page, row, dialog(page, 'Keyboard shortcuts'), '?');
    await opensAndCloses(page, row, dialog(page, 'Report a concern'), 'c');
    // With the focus on a row J joins its meeting.
    const title = page.getByRole('heading', { level: 1, name: 'Agenda' });
    await opensAndCloses(page, title, dialog(page, 'Join which meeting?'), 'j');

    await row.press('c');
    await page.getByRole('button', { name: 'Private notes' }).press('Enter');
    await expect(dialog(page, 'Private notes')).toBeVisible();
    await holdsFocus(page, dialog(page, 'Private notes'));
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();

    const close = page.getByRole('button', { name: 'Close details' });
    await row.press('Enter');
    await close.press('Enter');
    await expect(close).toBeHidden();
    await expect(row).toBeFocused();

    await row.press('Enter');
    await close.focus();
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();

    await page.setViewportSize(narrow);
    await opensAndCloses(page, row, dialog(page, 'Details of Kite sync'));
    const next = page.getByRole('button', { name: /^(?:Kite|Wind) sync$/u }).first();
    await opensAndCloses(page, next, dialog(page, /^Details of/u));
    await row.press('Enter');
    await close.press('Enter');
    await expect(row).toBeFocused();
    await row.click();
    await expect(dialog(page, 'Details of Kite sync')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();

    // The window may become narrow while they are open.
    await page.setViewportSize(wide);
    await row.press('Enter');
    await expect(close).toBeVisible();
    await page.setViewportSize(narrow);
    await expect(dialog(page, 'Details of Kite sync')).toBeVisible();
    await holdsFocus(page, dialog(page, 'Details of Kite sync'));
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();
    await page.setViewportSize(wide);
  });

  test('in a busy window, which draws its frames late', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const inFrame = requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (call) => window.setTimeout(() => inFrame(call), 300);
    });
    await opensAndCloses(page, rowsOf(page, 'Kite sync'), dialog(page, 'Report a concern'), 'c');
  });

  test('in Notes', async () => {
    const { app, page } = await open();
    const notes = join(app.home, 'Documents/Office Hours');
    const field = await openNote(page, 'Kite sync');
    const template = page.getByRole('button', { name: /Template/u });
    await opensAndCloses(page, template, page.getByRole('listbox', { name: /Template/u }));
    await field.pressSequentially('- [ ] @me read this');
    await page.getByText('Saved', { exact: true }).waitFor();
    const tools = page.getByRole('toolbar', { name: 'Writing' });
    await opensAndCloses(page, tools.getByRole('button', { name: 'Agenda' }), dialog(page, 'Agenda'));
    await opensAndCloses(page, tools.getByRole('button', { name: 'Export' }), page.getByRole('menu'));

    mkdirSync(join(notes, '../old'), { recursive: true });
    writeFileSync(join(notes, '../old/one.md'), '# One\n');
    await answerDialog(app, join(notes, '../old'));
    const more = page.getByRole('button', { name: 'More about the notes' });
    await opensAndCloses(page, more, page.getByRole('menu'));
    await importNotes(page);
    await expect(dialog(page, 'Import')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
  });

  test('in Settings', async () => {
    const { app, page } = await open();
    const notes = join(app.home, 'Documents/Office Hours');
    writeFileSync(join(notes, 'An idea.md'), '# An idea\n');
    await goTo(page, 'Notes');
    await page.getByRole('row', { name: 'An idea' }).waitFor();
    await goToSettings(page, 'Reminders');
    const lists = page
      .getByRole('region', { name: 'Reminders' })
      .locator('button[aria-haspopup="listbox"]:not([tabindex="-1"])');
    await expect(lists.first()).toBeVisible();
    for (const list of await lists.all())
      await opensAndCloses(page, list, page.getByRole('listbox').first(), 'ArrowDown');
    const past = page.getByRole('button', { name: 'Show', exact: true });
    await opensAndCloses(page, past, dialog(page, 'Past meetings'));
    await goToSettings(page, 'Times and zones');
    const zone = page.getByRole('combobox').first();
    await zone.focus();
    await settle(page);
    await zone.press('ArrowDown');
    await expect(page.getByRole('listbox')).toBeVisible();
    await zone.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(zone).toBeFocused();
    await goToSettings(page, 'Folder and files');
    await answerDialog(app, join(notes, '../Vault'));
    const folder = page.getByRole('button', { name: 'Choose another folder' });
    await folder.press('Enter');
    await page.getByRole('button', { name: 'Copy to the new folder' }).press('Enter');
    await expect(page.getByText(/^\d files? (?:was|were) copied\.$/u)).toBeVisible();
    await expect(folder).toBeFocused();
    await goToSettings(page, 'Joining');
    const add = page.getByRole('button', { name: 'Add a service' });
    await add.press('Enter');
    await expect(page.getByRole('form', { name: 'Add a service' }).getByLabel('Name')).toBeFocused();
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(add).toBeFocused();
    await add.press('Enter');
    const form = page.getByRole('form', { name: 'Add a service' });
    await form.getByLabel('Name').fill('Our Jitsi');
    await form.getByLabel('Host').fill('meet.example.org');
    await form.getByLabel('Host').press('Enter');
    await page.getByRole('button', { name: 'Remove Our Jitsi' }).press('Enter');
    await expect(add).toBeFocused();
  });

  test('in Calendars', async () => {
    const { page } = await open();
    await goTo(page, 'Calendars');
    const reminders = page.getByRole('button', { name: /^Reminders: default/iu }).last();
    await opensAndCloses(page, reminders, dialog(page, 'Reminders'));
    const more = page.getByRole('button', { name: 'More for Kites' });
    await more.press('Enter');
    await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter');
    const rename = dialog(page, 'Rename Kites');
    await expect(rename).toBeVisible();
    await holdsFocus(page, rename);
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
    await more.press('Enter');
    await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
    await expect(more).toBeHidden();
    await expect(page.getByRole('table', { name: 'Calendars' })).toBeFocused();
  });
});

test('dialogs that open by themselves', async () => {
  await using app = await launchApp({ args: [NOW, 'office-hours://join'], timeZone: 'Etc/UTC' });
  const page = await app.window();
  const welcome = dialog(page, 'Welcome to Office Hours');
  await expect(welcome).toBeVisible();
  await holdsFocus(page, welcome);
  await page.keyboard.press('Escape');
  await expect(welcome).toBeHidden();
});
