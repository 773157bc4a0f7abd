/** The ten commonest tasks by keyboard alone, each with the most key presses that it may take. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { settle } from '../../scripts/pictures/scene.ts';
import { addCalendarQuietly, calendarText, followOnly, serveCalendar, type ServedText } from './person.ts';
import { shareApp } from './sharedApp.ts';

/** A Sunday: no community meets. */
const NOW = '--now=2026-11-22T16:50:00Z';
const zone = 'Etc/UTC';

const calendar = calendarText({
  name: 'Kites',
  meetings: [
    {
      uid: 'kites',
      title: 'Kite sync',
      zone,
      start: '20261122T170000',
      end: '20261122T174500',
      location: 'https://zoom.us/j/93333333333?pwd=AbC',
      description: 'Passcode: 424242',
    },
    {
      uid: 'ropes',
      title: 'Rope talk',
      zone,
      start: '20261109T100000',
      end: '20261109T103000',
      rule: 'FREQ=WEEKLY',
    },
  ],
});

const lastNote = `---
date: 2026-11-16T10:00:00Z
title: Rope talk
---

# Rope talk

- [ ] @me order ropes
`;

/** Counts what one presses; words that are typed count as one. */
class Keyboard {
  presses = 0;
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.presses++;
      await this.page.keyboard.press(key);
      await settle(this.page);
    }
  }
  async type(words: string): Promise<void> {
    this.presses++;
    await this.page.keyboard.type(words);
    await settle(this.page);
  }
  /** Opens what the palette finds first; `ArrowDown` before Enter chooses the next. */
  async jump(words: string, ...before: readonly string[]): Promise<void> {
    await this.press('Control+k');
    await this.type(words);
    await expect(this.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await this.press(...before, 'Enter');
    await expect(this.page.getByRole('dialog', { name: 'Search or jump' })).toBeHidden();
  }
}

const open = shareApp({
  args: [NOW],
  timeZone: zone,
  // No reminder takes the focus.
  settings: { isWelcomeDone: true, reminders: { leads: [] } },
});
let server: ServedText;
test.beforeAll(async () => {
  server = await serveCalendar(calendar);
});
test.afterAll(() => server[Symbol.asyncDispose]());

/** The agenda with one calendar, and a keyboard on it. */
async function begin() {
  const { app, page } = await open();
  const notes = join(app.home, 'Documents/Office Hours');
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, '2026-11-16 Rope talk.md'), lastNote);
  await followOnly(page, []);
  await addCalendarQuietly(page, server.address);
  await page
    .getByRole('row', { name: /Kite sync/u })
    .first()
    .waitFor();
  return { app, page, keys: new Keyboard(page) };
}

test('joins the next meeting: 1', async () => {
  const { app, keys } = await begin();
  await keys.press('j');
  await expect.poll(() => app.opened().join(' ')).toContain('93333333333');
  expect(keys.presses).toBeLessThanOrEqual(1);
});

test('starts a note: 1', async () => {
  const { page, keys } = await begin();
  await keys.press('n');
  await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Note: Kite sync' })).toBeVisible();
  expect(keys.presses).toBeLessThanOrEqual(1);
});

test('follows SIG Release: 5', async () => {
  const { page, keys } = await begin();
  await keys.jump('sig release');
  await expect(page.getByRole('button', { name: 'SIG Release', exact: true })).toBeFocused();
  await keys.press('Tab', 'Space');
  await expect(page.getByRole('switch', { name: 'Follow SIG Release', exact: true })).toBeChecked();
  expect(keys.presses).toBeLessThanOrEqual(5);
});

test('adds my calendar: 5', async () => {
  const { page, keys } = await begin();
  await using other = await serveCalendar(calendar.replaceAll('Kites', 'Wind'));
  await keys.jump('add a calendar');
  await expect(page.getByRole('textbox', { name: 'Address of a calendar' })).toBeFocused();
  await keys.type(other.address.replace('private-', 'secret-'));
  await page.getByRole('region', { name: 'Preview of Wind' }).waitFor();
  await keys.press('Enter');
  await expect(page.getByRole('switch', { name: 'Show Wind' })).toBeVisible();
  expect(keys.presses).toBeLessThanOrEqual(5);
});

test('reads last week’s note: 4', async () => {
  const { page, keys } = await begin();
  await keys.jump('rope talk', 'ArrowDown');
  await expect(page.getByRole('region', { name: 'Note: Rope talk' })).toContainText('order ropes');
  expect(keys.presses).toBeLessThanOrEqual(4);
});

test('ticks an item: 4', async () => {
  const { page, keys } = await begin();
  await keys.jump('to do');
  await expect(page.getByRole('checkbox', { name: 'order ropes' })).toBeFocused();
  await keys.press('Space');
  await expect(page.getByText('Done: ', { exact: false })).toBeVisible();
  expect(keys.presses).toBeLessThanOrEqual(4);
});

test('learns why it was not reminded: 3', async () => {
  const { page, keys } = await begin();
  await keys.jump('rope talk');
  await expect(page.getByRole('complementary')).toContainText('It has no reminders.');
  expect(keys.presses).toBeLessThanOrEqual(3);
});

test('gives one meeting reminders of its own: 6', async () => {
  const { page, keys } = await begin();
  await keys.jump('rope talk');
  const choice = page.getByRole('radiogroup', { name: /this meeting/iu });
  await keys.press('r');
  // The form gets the focus after it is rendered; a user waits for it, too.
  await expect(choice.locator(':focus')).toHaveCount(1);
  await keys.press('ArrowRight');
  await expect(choice.getByLabel('Custom')).toBeChecked();
  expect(keys.presses).toBeLessThanOrEqual(6);
});

test('copies a passcode: 2', async () => {
  const { app, page, keys } = await begin();
  await keys.press('p');
  await expect(page.getByText('Copied the passcode of Kite sync')).toBeVisible();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('424242');
  expect(keys.presses).toBeLessThanOrEqual(2);
});

test('reports a concern to the committee of the meeting: 2', async () => {
  const { app, page } = await open();
  await followOnly(page, ['sig-cluster-lifecycle/kops/kops-office-hours']);
  await page
    .getByRole('row', { name: /kOps Office Hours/u })
    .first()
    .waitFor();
  const keys = new Keyboard(page);
  await keys.press('c');
  await expect(page.getByRole('dialog', { name: /^Report a concern to .*Code of Conduct/u })).toBeVisible();
  await keys.press('Enter');
  await expect.poll(() => app.opened().join(' ')).toContain('mailto:');
  expect(keys.presses).toBeLessThanOrEqual(2);
});

test('reports a concern about a meeting of no known community, to a committee of one’s choice: 5', async () => {
  const { app, page, keys } = await begin();
  await keys.press('c');
  await expect(page.getByRole('dialog', { name: 'Report a concern' })).toContainText('Whom');
  await keys.press('Tab', 'Tab', 'Enter', 'Enter');
  await expect.poll(() => app.opened().join(' ')).toContain('mailto:');
  expect(keys.presses).toBeLessThanOrEqual(5);
});
