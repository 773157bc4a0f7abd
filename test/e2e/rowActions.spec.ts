/** Actions in the agenda's rows, and their undo. */
import { expect, test } from '@playwright/test';
import { calendarText, follow, goTo, rowsOf, serveCalendar, serveText } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-22T16:50:00Z';

/** A Sunday: no community meets. */
const meeting = {
  uid: 'kites',
  title: 'Kite sync',
  zone: 'Etc/UTC',
  start: '20261122T180000',
  end: '20261122T184500',
  location: 'https://zoom.us/j/93333333333?pwd=AbC',
};
const kites = calendarText({
  name: 'Kites',
  meetings: [
    meeting,
    { ...meeting, uid: 'wind', title: 'Wind sync', start: '20261122T190000', end: '20261122T194500' },
  ],
});
const maybes = '# Rope team\n\nWe meet every other Sunday at 20:00 UTC.\n';

const open = shareApp({ args: [NOW], timeZone: 'Etc/UTC', settings: { isWelcomeDone: true } });

test('Ctrl+Z undoes one skip after the other, and shows which', async () => {
  await using server = await serveCalendar(kites);
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  const row = (title: string) => page.getByRole('row', { name: title });
  for (const title of ['Kite sync', 'Wind sync']) {
    await row(title).focus();
    await page.keyboard.press('x');
    await expect(page.getByText(`Skipped ${title}`)).toBeVisible();
    await expect(row(title)).toContainText('skipped');
  }
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Took back the skip of Wind sync')).toBeVisible();
  await expect(row('Wind sync')).not.toContainText('skipped');
  await expect(row('Kite sync')).toContainText('skipped');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Took back the skip of Kite sync')).toBeVisible();
  await expect(row('Kite sync')).not.toContainText('skipped');
  // Keys are about the row that was clicked, not the one before it.
  for (const title of ['Wind sync', 'Kite sync']) {
    await row(title).click();
    await expect(row(title)).toBeFocused();
  }
});

test('Y answers the maybe with the focused row, not the next one', async () => {
  await using ropes = await serveText(maybes, 'README.md');
  await using sails = await serveText(
    '# Sail team\n\nWe meet every other Sunday at 21:00 UTC.\n',
    'README.md',
  );
  const { page } = await open();
  await follow(page, ropes.address);
  await follow(page, sails.address);
  await goTo(page, 'Agenda');
  await expect(page.getByRole('region', { name: 'Next meeting' })).toContainText('Rope team');
  await rowsOf(page, 'Sail team').first().focus();
  await page.keyboard.press('y');
  await expect(page.getByText(/^Sail team.*: it is on/u)).toBeVisible();
});

test('when a pressed button disappears, the focus moves to the element in its place', async () => {
  await using server = await serveCalendar(kites);
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  const details = page.getByRole('complementary', { name: 'Details of Kite sync' });
  const [skip, unskip] = [/^Skip this one/u, 'Do not skip'].map((name) =>
    details.getByRole('button', { name }),
  );
  await page.getByRole('row', { name: 'Kite sync' }).press('Enter');
  await skip!.press('Enter');
  await expect(unskip!).toBeFocused();
  await unskip!.press('Enter');
  await expect(skip!).toBeFocused();
  const undo = page.locator('.toast').getByRole('button', { name: 'Undo' });
  await undo.press('Enter');
  await expect(page.getByText('Skipped Kite sync again')).toBeVisible();
  await expect(page.locator(':focus')).toBeAttached();
  // It had the focus, which stops its timer, and has been replaced.
  await expect(page.locator('.toast')).toBeHidden();
});

test('a join can be undone in the details, which removes the undo from the toast', async () => {
  const soon = { ...meeting, start: '20261122T165000', end: '20261122T174500' };
  await using server = await serveCalendar(calendarText({ name: 'Kites', meetings: [soon] }));
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await page.getByRole('row', { name: 'Kite sync' }).press('Enter');
  await page.keyboard.press('j');
  await expect(page.getByText(/^Joined Kite sync/u)).toBeVisible();
  await page.getByRole('button', { name: 'Undo joined' }).press('Enter');
  await expect(page.getByText(/^Took back that you joined Kite sync/u)).toBeVisible();
  await expect(page.getByText(/^Joined Kite sync/u)).toBeHidden();
  await expect(page.locator(':focus')).toBeAttached();
});

test('a double click on a maybe opens its details, and does not hit an answer that moves under the pointer', async () => {
  await using server = await serveText(maybes, 'README.md');
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await page.setViewportSize({ width: 1280, height: 800 });
  const row = rowsOf(page, 'Rope team').first();
  const answers = row.getByRole('button', { name: 'Not this week' });
  // The position of the answer once the details are open.
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: /^Details of Rope team/u })).toBeVisible();
  const place = await answers.boundingBox();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
  expect(place).not.toBeNull();
  const [x, y] = [(place?.x ?? 0) + (place?.width ?? 0) / 2, (place?.y ?? 0) + (place?.height ?? 0) / 2];
  await page.mouse.dblclick(x, y, { delay: 20 });
  await expect(page.getByRole('complementary', { name: /^Details of Rope team/u })).toBeVisible();
  await expect(page.getByText(/not this week/u)).toBeHidden();
  await expect(row).toContainText('maybe');
  // A later press counts.
  await answers.click();
  await expect(page.getByText(/^Rope team.*: not this week/u)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toContainText('maybe');
});

test('an answered row keeps its place, struck, until its toast is gone; an undo brings it back', async () => {
  await using server = await serveText(
    `${maybes}\nThe knots are every other Sunday at 21:00 UTC.\n`,
    'README.md',
  );
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  const rows = rowsOf(page, 'Rope team');
  const next = rows.nth(1);
  const before = await next.boundingBox();
  await rows.first().getByRole('button', { name: 'Not this week' }).click();
  const answered = page.getByRole('row', { name: /not this week: Rope team/u });
  await expect(answered).toContainText('not this week');
  await expect(answered.getByRole('button', { name: 'It is on' })).toBeHidden();
  expect(await next.boundingBox()).toEqual(before);
  // The row is struck at once; there is something to undo once main has the answer.
  await expect(page.getByText(/^Rope team.*: not this week/u)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(answered).toBeHidden();
  await expect(rows.first().getByRole('button', { name: 'It is on' })).toBeVisible();
  expect(await next.boundingBox()).toEqual(before);
});

test('a row has its buttons under the pointer and with the focus, and its menu opens by a press and by keys', async () => {
  await using server = await serveText(maybes, 'README.md');
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  const row = rowsOf(page, 'Rope team').first();
  const menu = row.getByRole('button', { name: /^More about Rope team/u });
  const item = page.getByRole('menuitem', { name: 'Skip this one' });
  await page.mouse.move(0, 0);
  await expect(menu).toHaveCount(0);
  await row.focus();
  for (const name of [/^Write a note about/u, /^More about/u])
    await expect(row.getByRole('button', { name })).toBeVisible();
  // Past the two answers and the note; Tab would leave the list.
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  const next = String(Number(await row.getAttribute('aria-rowindex')) + 1);
  await expect(page.locator('[role="row"]:focus')).toHaveAttribute('aria-rowindex', next);
  await rowsOf(page, 'Rope team').nth(2).hover();
  await rowsOf(page, 'Rope team')
    .nth(2)
    .getByRole('button', { name: /^More about/u })
    .click();
  await page.getByRole('menuitem', { name: 'Write a note' }).click();
  await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toBeVisible();
});

test('a narrow row shows its end, its menu and the answers of a maybe without hovering', async () => {
  await using server = await serveText(maybes, 'README.md');
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await page.setViewportSize({ width: 480, height: 360 });
  const row = rowsOf(page, 'Rope team').first();
  await row.scrollIntoViewIfNeeded();
  const menu = row.getByRole('button', { name: /^More about Rope team/u });
  await page.mouse.move(0, 0);
  // The end, below the start, and both before the title.
  const [times, title] = await Promise.all(
    ['.row-time', '.row-title'].map((part) => row.locator(part).boundingBox()),
  );
  expect((times?.x ?? 0) + (times?.width ?? 0)).toBeLessThanOrEqual(title?.x ?? 0);
  await expect(row.getByText(/^–\d/u)).toBeVisible();
  await expect(menu).toBeVisible();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Skip this one' }).click();
  await expect(page.getByText('Skipped Rope team')).toBeVisible();
  await expect(row).toContainText('skipped');
  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('skipped');

  await row.getByRole('button', { name: 'It is on' }).click();
  await expect(page.getByText(/^Rope team.*: it is on/u)).toBeVisible();
  await expect(row).not.toContainText('maybe');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Took back your answer about Rope team/u)).toBeVisible();
  await expect(row.getByRole('button', { name: 'Not this week' })).toBeVisible();
});
