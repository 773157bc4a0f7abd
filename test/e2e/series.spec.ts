import { expect, test } from '@playwright/test';
import { calendarText, choose, follow, goTo, rowsOf, serveCalendar, skipWelcome } from './person.ts';
import { launchApp } from './launch.ts';

const calendar = calendarText({
  name: 'Team Aurora',
  meetings: [
    {
      uid: 'stand-up',
      title: 'Stand-up',
      zone: 'Europe/Berlin',
      start: '20261005T093000',
      end: '20261005T094500',
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      location: 'https://meet.google.com/abc-defg-hij',
    },
  ],
});

test('a series has a page with its next and earlier dates, and every date opens', async () => {
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({ args: ['--now=2026-11-24T12:00:00Z', '--live-catalogue=none'] });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await choose(page, 'Stand-up');
  await page.getByRole('button', { name: 'Series' }).click();
  const title = page.getByRole('heading', { name: 'Stand-up', level: 1 });
  await expect(title).toBeFocused();
  const next = page.getByRole('region', { name: 'Next' }).getByRole('listitem');
  await expect(next.first()).toContainText('Mon');
  const earlier = page.getByRole('region', { name: 'Earlier' });
  await expect(earlier.getByRole('listitem').first()).toContainText('23');
  await earlier.getByRole('button', { name: /^Add a note for .*23/u }).click();
  await expect(page.getByRole('textbox', { name: /note/iu }).first()).toBeVisible();
  await goTo(page, 'Agenda');
  await choose(page, 'Stand-up');
  await page.getByRole('button', { name: 'Series' }).click();
  await earlier.getByRole('button', { name: /16.*: details$/u }).click();
  await expect(page.getByRole('complementary', { name: /Stand-up/u })).toBeVisible();
  await expect(rowsOf(page, 'Stand-up').first()).toBeVisible();
});

test('Escape leads back from the page of a series to the details that opened it', async () => {
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({ args: ['--now=2026-11-24T12:00:00Z', '--live-catalogue=none'] });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await choose(page, 'Stand-up');
  await page.getByRole('button', { name: 'Series' }).click();
  await page.getByRole('heading', { name: 'Stand-up', level: 1 }).waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: /Stand-up/u })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Series' })).toBeFocused();
});
