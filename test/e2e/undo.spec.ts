/** What removes, hides, answers or ticks asks nothing and can be undone. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addCalendarQuietly, calendarText, followOnly, goTo, goToSettings, serveCalendar } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-22T16:50:00Z';

const kites = calendarText({
  name: 'Kites',
  meetings: [
    {
      uid: 'kites',
      title: 'Kite sync',
      zone: 'Etc/UTC',
      start: '20261122T180000',
      end: '20261122T184500',
      location: 'https://zoom.us/j/93333333333?pwd=AbC',
    },
  ],
});

const open = shareApp({ args: [NOW], timeZone: 'Etc/UTC', settings: { isWelcomeDone: true } });

const toast = (page: Page) => page.locator('.toast');

/** Presses Ctrl+Z; the toast says what was undone, and the focus has not been lost. */
async function undo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toHaveText(words);
  await holdsFocus(page);
}

/** The focus is on a control, not on the page. */
const holdsFocus = (page: Page): Promise<void> => expect(page.locator('body')).not.toBeFocused();

test('a calendar is removed without a question, and Ctrl+Z brings it back as it was', async () => {
  await using server = await serveCalendar(kites);
  const { page } = await open();
  await addCalendarQuietly(page, server.address, 'pink');
  await goTo(page, 'Calendars');
  const row = page.getByRole('row', { name: /Kites/u });
  const more = page.getByRole('button', { name: 'More for Kites' });
  await row.getByRole('switch', { name: 'Announce Kites' }).press('Space');
  await expect(toast(page)).toContainText('Kites is no longer announced');
  const before = await row.innerText();

  await more.click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(toast(page)).toContainText('Removed Kites');
  await holdsFocus(page);
  await undo(page, 'Kites is back');
  await expect(row).toHaveText(before, { useInnerText: true });
  await expect(row.locator('.c-pink').first()).toBeVisible();
  await expect(row.getByRole('switch', { name: 'Announce Kites' })).not.toBeChecked();
  await undo(page, 'Kites is announced again');
  await expect(row.getByRole('switch', { name: 'Announce Kites' })).toBeChecked();
  await goTo(page, 'Agenda');
  await expect(page.getByRole('row', { name: /Kite sync/u })).toBeVisible();
});

test('when every calendar is hidden the agenda says so, and what is shown again opens at now', async () => {
  await using server = await serveCalendar(kites);
  const { page } = await open();
  await followOnly(page, []);
  await addCalendarQuietly(page, server.address);
  const shown = page.getByRole('group', { name: 'Shown' });
  // Of the built-in communities nothing is followed.
  await expect(shown.getByRole('checkbox', { name: 'Kubernetes community' })).toHaveCount(0);
  await shown.getByRole('checkbox', { name: 'Kites' }).click();
  await expect(page.getByText('All your meetings are hidden')).toBeVisible();
  await undo(page, 'Kites is shown');
  await expect(page.getByRole('region', { name: 'Next meeting' }).getByText('Next in')).toBeInViewport();
});

test('an unfollowed group is followed again exactly as it was', async () => {
  const { page } = await open();
  await goTo(page, 'Communities');
  const group = page.getByRole('switch', { name: 'Follow SIG Release', exact: true });
  const wasFollowed = await group.isChecked();
  if (!wasFollowed) await group.press('Space');
  await expect(group).toBeChecked();
  await group.press('Space');
  await expect(group).not.toBeChecked();
  await expect(toast(page)).toContainText('Unfollowed SIG Release');
  await expect(toast(page).getByRole('button')).toHaveAccessibleName('Undo Ctrl Z');
  await undo(page, 'Following SIG Release again');
  await expect(group).toBeChecked();
});

test('a ticked item keeps its place while its toast is there, and Ctrl+Z clears it', async () => {
  const { app, page } = await open();
  const file = join(app.home, 'Documents/Office Hours/idea.md');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '# An idea\n\n- [ ] paint it\n- [ ] ship it\n');
  await goTo(page, 'Notes');
  await page.getByText('To do', { exact: true }).click();
  // A row that is ticked would keep its place as long as the pointer is in the list.
  await page.mouse.move(0, 0);
  const [paint, ship] = ['paint it', 'ship it'].map((name) => page.getByRole('checkbox', { name }));
  await paint!.press('Space');
  await expect(ship!).toBeFocused();
  await expect(paint!).toBeChecked();
  await expect(toast(page)).toContainText('Done: paint it');
  expect(readFileSync(file, 'utf8')).toContain('- [x] paint it');
  await undo(page, 'Open again: paint it');
  await expect(paint!).not.toBeChecked();
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('- [ ] paint it');

  await paint!.press('Space');
  await expect(paint!).toBeChecked();
  await expect(toast(page)).toBeHidden({ timeout: 12_000 });
  await expect(paint!).toBeHidden();
  await holdsFocus(page);
  // The toast is gone, the undo is not.
  await undo(page, 'Open again: paint it');
  await expect(paint!).toBeVisible();
});

test('a toast lies over nothing that has the focus', async () => {
  const { page } = await open();
  await page.setViewportSize({ width: 900, height: 600 });
  await goToSettings(page, 'Reminders');
  await page.keyboard.press('Alt+h');
  await expect(toast(page)).toBeVisible();
  // The pointer stops its clock.
  await toast(page).hover();
  const last = page.getByRole('main').locator('button:not([tabindex="-1"]), input').last();
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const isFree = await page.evaluate(() => {
      const over = document.querySelector('.toast')?.getBoundingClientRect();
      const focused = document.activeElement;
      if (over === undefined || focused === null || focused.closest('.toast') !== null) return true;
      const box = (focused.closest('label') ?? focused).getBoundingClientRect();
      return (
        box.bottom <= over.top || box.top >= over.bottom || box.right <= over.left || box.left >= over.right
      );
    });
    expect(isFree, `after ${presses + 1} presses`).toBe(true);
    if (await last.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(last).toBeFocused();
});
