/** The list of the agenda with hundreds of meetings: only the rows around the viewport are in the page. */
import { expect, test, type Page } from '@playwright/test';
import { calendarText, follow, goTo, request, serveCalendar } from './person.ts';
import { shareApp } from './sharedApp.ts';

const DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.parse('2026-11-22T18:00:00Z');
const stamp = (time: number): string => new Date(time).toISOString().replaceAll(/[-:]|\.\d+Z/gu, '');

/** Ten meetings a day for a month. */
const calendarWith = (titleOf: (number: number) => string): string =>
  calendarText({
    name: 'Work',
    meetings: Array.from({ length: 300 }, (_, number) => {
      const start = FIRST + Math.floor(number / 10) * DAY + (number % 10) * 30 * 60_000;
      return {
        uid: `m${number}`,
        title: titleOf(number),
        zone: 'Etc/UTC',
        start: stamp(start),
        end: stamp(start + 20 * 60_000),
      };
    }),
  });
const calendar = calendarWith((number) => `Meeting ${number}`);

const open = shareApp({
  args: ['--now=2026-11-22T16:50:00Z'],
  timeZone: 'Etc/UTC',
  settings: { isWelcomeDone: true, reminders: { leads: [] } },
});

const rows = (page: Page) => page.locator('#agenda-days [role="row"][data-key]');
const focused = (page: Page) => page.locator('[role="row"]:focus');

test('the focused row stays in the page while the wheel turns far away, and arrows go on from it', async () => {
  await using server = await serveCalendar(calendar);
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await page.setViewportSize({ width: 1280, height: 800 });
  const start = page.getByRole('row', { name: /Meeting 3,/u });
  await start.focus();
  const index = Number(await start.getAttribute('aria-rowindex'));
  await page.mouse.move(600, 600);
  const isFar = (): Promise<boolean> =>
    rows(page).evaluateAll((all) =>
      all.some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const isSeen = top >= 0 && bottom <= innerHeight;
        return isSeen && /Meeting [12]\d\d,/u.test(row.getAttribute('aria-label') ?? '');
      }),
    );
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 600);
      return isFar();
    })
    .toBe(true);
  await page.mouse.wheel(0, 40);
  // The rows between are gone, but for the one with the focus.
  await expect(page.getByRole('row', { name: /Meeting 5,/u })).toHaveCount(0);
  await expect(start).toBeFocused();
  expect(await rows(page).count()).toBeLessThan(200);
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveAttribute('aria-rowindex', String(index + 1));
  await expect(focused(page)).toBeInViewport();
});

test('Home leads to the first meeting of the list, and each row knows its place', async () => {
  await using server = await serveCalendar(calendar);
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await rows(page).first().focus();
  await page.mouse.move(600, 600);
  for (let pages = 0; pages < 12; pages++) await page.keyboard.press('PageDown');
  await expect(focused(page)).toBeInViewport();
  expect(Number(await focused(page).getAttribute('aria-rowindex'))).toBeGreaterThan(40);
  await page.keyboard.press('Home');
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '1');
  await expect(focused(page)).toBeInViewport();
  const count = Number(await page.locator('#agenda-days').getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(200);
});

test('a meeting that changes redraws its own row alone', async () => {
  await using server = await serveCalendar(calendar);
  const { page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await expect(page.getByRole('row', { name: /Meeting 7,/u })).toBeVisible();
  await page.evaluate(() => {
    const list = document.getElementById('agenda-days');
    const drawn = new Set<string>();
    const note = (records: readonly MutationRecord[]): void => {
      for (const { target, addedNodes, removedNodes } of records) {
        // On a slow computer the list may still add days.
        if (target === list && addedNodes.length > 0 && removedNodes.length === 0) continue;
        const element = target instanceof Element ? target : target.parentElement;
        drawn.add(element?.closest('[data-key]')?.getAttribute('aria-label') ?? 'the list');
      }
    };
    const observer = new MutationObserver(note);
    if (list)
      observer.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { drawnRows: () => [...drawn] });
  });
  server.answer(
    200,
    calendarWith((number) => (number === 7 ? 'Other words' : `Meeting ${number}`)),
  );
  await request(page, 'feeds:refresh');
  await expect(page.getByRole('row', { name: /Other words,/u })).toBeVisible();
  const drawn = await page.evaluate<string[]>('window.drawnRows()');
  expect(drawn.map((label) => /Meeting \d+|Other words|the list/u.exec(label)?.[0])).toEqual(['Other words']);
});
