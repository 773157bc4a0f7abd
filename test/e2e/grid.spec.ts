/** The agenda as a week and as a day: by keys and by pointer. */
import { expect, test, type Page } from '@playwright/test';
import { addCalendarQuietly, calendarText, followOnly, serveCalendar } from './person.ts';
import { shareApp } from './sharedApp.ts';

// A Tuesday, 16:51 in Berlin.
const open = shareApp(
  {
    args: ['--now=2026-11-24T15:51:00Z'],
    locale: 'en_GB.UTF-8',
    settings: { isWelcomeDone: true, otherZones: ['America/Los_Angeles'] },
  },
  { keepsFeeds: true },
);

const meeting = (title: string, date: string, start: string, end: string) => ({
  uid: `${title} ${date}`,
  title,
  zone: 'Europe/Berlin',
  start: `${date}T${start}00`,
  end: `${date}T${end}00`,
});

const team = calendarText({
  name: 'Team',
  meetings: [
    meeting('Roadmap', '20261123', '1100', '1200'),
    meeting('Stand-up', '20261124', '0930', '0945'),
    meeting('Budget review', '20261124', '1700', '1745'),
    meeting('Contributors', '20261124', '1700', '1800'),
    meeting('Third of five', '20261124', '1715', '1745'),
    meeting('Lunch', '20261125', '1300', '1400'),
    meeting('Planning', '20261201', '1000', '1100'),
  ],
});

const inGrid = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: /^Meetings, /u }).getByRole('button', { name });

/** The copy of the calendar stays when its server is gone. */
let isAdded = false;

/** The week of 24 November with the team's meetings. */
async function openWeek(): Promise<Page> {
  const { page } = await open();
  await page.setViewportSize({ width: 1280, height: 600 });
  if (!isAdded) {
    await followOnly(page, []);
    await using server = await serveCalendar(team);
    await addCalendarQuietly(page, server.address);
    isAdded = true;
  }
  await page.keyboard.press('3');
  await expect(inGrid(page, /^Lunch, /u)).toBeVisible();
  return page;
}

test('a week shows its days, its number, what begins together, and counts what has no room', async () => {
  const page = await openWeek();
  await expect(page.getByRole('heading', { name: /^23\s?–\s?29 November$/u })).toBeVisible();
  await expect(page.getByText('2026 · Week 48')).toBeVisible();
  const today = page.getByRole('region', { name: /^Tuesday,? 24 November, today, 4 meetings/u });
  await expect(
    today.getByRole('button', { name: /^Stand-up, Tuesday,? 24 November, 09:30–09:45, ended$/u }),
  ).toBeVisible();
  const [one, other] = await Promise.all([
    today.getByRole('button', { name: /^Budget review/u }).boundingBox(),
    today.getByRole('button', { name: /^Contributors/u }).boundingBox(),
  ]);
  expect(one?.y).toBeCloseTo(other?.y ?? 0, 0);
  expect(Math.abs((one?.x ?? 0) - (other?.x ?? 0))).toBeGreaterThan(20);
  await today.getByRole('button', { name: '1 more, 17:15' }).click();
  await page.getByRole('menuitem', { name: /^Third of five/u }).click();
  await expect(page.getByRole('complementary', { name: /Third of five/u })).toBeVisible();
});

test('a short meeting is high enough to press', async () => {
  const page = await openWeek();
  const box = await inGrid(page, /^Stand-up/u).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(24);
});

test('keys choose the view, and arrows move among the meetings and over the edge of the week', async () => {
  const page = await openWeek();
  await expect(inGrid(page, /^Contributors/u)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(inGrid(page, /^Stand-up/u)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(inGrid(page, /^Lunch/u)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: '30 November – 6 December' })).toBeVisible();
  await expect(inGrid(page, /^Planning/u)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(inGrid(page, /^Lunch/u)).toBeFocused();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'Day' })).toBeChecked();
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked();
  await expect(page.getByRole('row').and(page.locator(':focus'))).toBeVisible();
});

test('letters and digits act from each control that shows a view, counts meetings or belongs to one', async () => {
  const page = await openWeek();
  const view = (name: string) => page.getByRole('radio', { name });
  await inGrid(page, /^1 more, 17:15$/u).focus();
  await page.keyboard.press('2');
  await expect(view('Day')).toBeChecked();
  await view('Day').focus();
  await page.keyboard.press('1');
  await expect(view('List')).toBeChecked();
  const row = page.getByRole('row', { name: /Lunch/u });
  await row.focus();
  await row.getByRole('button', { name: /^More/u }).focus();
  await page.keyboard.press('3');
  await expect(view('Week')).toBeChecked();
});

test('Enter opens the details, Escape closes them and the focus stays at the meeting', async () => {
  const page = await openWeek();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary', { name: /Stand-up/u });
  await expect(details).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(inGrid(page, /^Stand-up/u)).toBeFocused();
});

test('weeks far away load, and T comes back to now at two fifths of the height', async () => {
  const page = await openWeek();
  for (let weeks = 0; weeks < 12; weeks++) await page.keyboard.press('PageDown');
  await expect(page.getByText('2027 · Week 7')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: /^23\s?–\s?29 November$/u })).toBeVisible();
  await expect(inGrid(page, /^Contributors/u)).toBeFocused();
  const [grid, now] = await Promise.all([
    page.locator('#agenda-grid').boundingBox(),
    page.locator('.grid-now-time').boundingBox(),
  ]);
  const height = ((now?.y ?? 0) - (grid?.y ?? 0)) / (grid?.height ?? 1);
  expect(height).toBeGreaterThan(0.35);
  expect(height).toBeLessThan(0.45);
});

test('a day of the month leads to that day, and the arrow keys go through the month', async () => {
  const page = await openWeek();
  const month = page.getByRole('grid', { name: 'November 2026' });
  await month.getByRole('button', { name: /^Tuesday,? 24 November, today, has meetings$/u }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '30 November – 6 December' })).toBeVisible();
  await expect(
    page.getByRole('grid', { name: 'December 2026' }).getByRole('gridcell', { selected: true }),
  ).toHaveText('1');
});
