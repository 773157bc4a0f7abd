/** The past: scrolling back, a meeting of last week with its note, captions for a meeting of long ago. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialog, calendarText, follow, goTo, serveCalendar, type ServedText } from './person.ts';
import { shareApp } from './sharedApp.ts';

const calendar = calendarText({
  name: 'Aurora',
  meetings: [
    {
      uid: 'sync',
      title: 'Kite sync',
      zone: 'Etc/UTC',
      start: '20260302T150000',
      end: '20260302T154500',
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      location: 'https://meet.google.com/abc-defg-hij',
    },
  ],
});

const open = shareApp(
  { args: ['--now=2026-11-24T12:00:00Z'], settings: { isWelcomeDone: true }, timeZone: 'Etc/UTC' },
  { keepsFeeds: true, keepsNotes: true },
);
let server: ServedText;
test.beforeAll(async () => {
  server = await serveCalendar(calendar);
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
});
test.afterAll(() => server[Symbol.asyncDispose]());

const earlier = (page: Page) => page.getByRole('grid', { name: 'Earlier meetings' });
const details = (page: Page) => page.getByRole('complementary', { name: /Kite sync/u });
const on = (page: Page, date: string) => earlier(page).locator(`[data-key*="|sync|${date}"]`);

/** Turns the wheel up over the list until the row is there. */
async function scrollBackTo(page: Page, date: string): Promise<void> {
  await page.getByRole('main').getByRole('row').first().hover();
  await expect(async () => {
    await page.mouse.wheel(0, -1_500);
    await expect(on(page, date)).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('the list scrolls back three months, one meeting after the other', async () => {
  const { page } = await open();
  await goTo(page, 'Agenda');
  await scrollBackTo(page, '2026-08-24');
  const dates = await earlier(page)
    .locator('[data-key*="|sync|"]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')?.slice(-24, -14) ?? ''));
  expect(dates).toEqual(dates.toSorted());
  const wanted = dates.slice(dates.indexOf('2026-08-24'), dates.indexOf('2026-08-24') + 3);
  expect(wanted).toEqual(['2026-08-24', '2026-08-31', '2026-09-07']);
  // On to the first meeting of the calendar, month by month.
  await scrollBackTo(page, '2026-03-02');
});

test('a meeting of last week opens with its note, and the note is found there again', async () => {
  const { page } = await open();
  await goTo(page, 'Agenda');
  await page.getByRole('button', { name: 'Earlier days' }).press('Enter');
  await on(page, '2026-11-16').click();
  await details(page).getByRole('button', { name: 'Add a note' }).click();
  const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await field.press('Control+End');
  await field.pressSequentially('\n- [x] Tails are red\n- [ ] Buy string\n');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await goTo(page, 'Agenda');
  await page.reload();
  await page.getByRole('button', { name: 'Earlier days' }).press('Enter');
  await on(page, '2026-11-16').click();
  await expect(details(page).getByRole('button', { name: 'Open note' })).toBeVisible();
  await expect(details(page)).toContainText('Buy string');
  await details(page).getByRole('button', { name: 'Open note' }).click();
  await expect(field).toContainText('Tails are red');
});

test('captions are added to a meeting of long ago, and open from its details', async () => {
  const { app, page } = await open();
  const captions = join(app.home, 'recording.vtt');
  writeFileSync(captions, 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe kite flies\n');
  await answerDialog(app, captions);
  await goTo(page, 'Agenda');
  await scrollBackTo(page, '2026-09-14');
  await on(page, '2026-09-14').click();
  await details(page).getByRole('button', { name: 'Add captions…' }).click();
  const file = details(page).getByRole('list').getByRole('button');
  await expect(file.last()).toBeVisible();
  await file.last().click();
  await expect(page.getByText('The kite flies')).toBeVisible();
});
