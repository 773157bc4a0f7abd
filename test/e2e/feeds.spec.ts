import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { calendarText, follow, goTo, serveCalendar, skipWelcome } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-20T08:00:00Z';

const teamCalendar = calendarText({
  name: 'Team calendar',
  meetings: [
    {
      uid: 'stand-up',
      title: 'Stand-up',
      zone: 'Europe/Berlin',
      start: '20261102T100000',
      end: '20261102T101500',
      rule: 'FREQ=DAILY',
      location: 'https://meet.google.com/abc-defg-hij',
    },
  ],
});

test.describe('in one window', () => {
  const open = shareApp({ args: [NOW], settings: { isWelcomeDone: true } });

  test('a calendar from a web server is previewed, followed and shown in the agenda', async () => {
    await using server = await serveCalendar(teamCalendar);
    const { page } = await open();
    await follow(page, server.address);
    await expect(page.getByText('Team calendar').first()).toBeVisible();
    await goTo(page, 'Agenda');
    await expect(page.getByRole('row', { name: /^Stand-up/u }).first()).toBeVisible();
  });

  test('a followed private address is always masked', async () => {
    await using server = await serveCalendar(teamCalendar);
    const { app, page } = await open();
    await follow(page, server.address);
    await expect(page.getByRole('main')).toContainText('Team calendar');
    await expect(page.getByRole('main')).not.toContainText('0123456789abcdef');
    expect(app.stderr()).not.toContain('0123456789abcdef');
    const configurations = globSync('{.config,Library,AppData}/**/config.json', { cwd: app.home });
    expect(configurations).not.toEqual([]);
    // Windows has no such modes; there the folder belongs to its user.
    if (process.platform !== 'win32')
      for (const path of configurations) expect(statSync(join(app.home, path)).mode & 0o077).toBe(0);
  });

  test('an address of a web page without meetings is refused with a reason', async () => {
    await using server = await serveCalendar('<!doctype html><title>Sign in</title><h1>Sign in</h1>');
    const { page } = await open();
    await goTo(page, 'Calendars');
    await page.getByLabel('Address of a calendar').fill(server.address);
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByText(/web page/iu).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeHidden();
  });

  test('a calendar that loses its meetings keeps them until the user accepts the loss', async () => {
    await using server = await serveCalendar(teamCalendar);
    const { page } = await open();
    await follow(page, server.address);
    server.answer(200, calendarText({ name: 'Team calendar', meetings: [] }));
    await page.getByRole('button', { name: 'Update now' }).click();
    const card = page.getByRole('listitem').filter({ hasText: 'Team calendar' });
    await expect(card).toContainText('The calendar suddenly holds no meetings');
    await expect(card).toContainText('1 meeting');
    await card.getByRole('button', { name: 'Use it anyway' }).click();
    await expect(card).toContainText('Up to date');
    await expect(card).toContainText('0 meetings');
  });
});

test('offline, the last good copy is shown immediately, and the feed shows its problem', async () => {
  await using server = await serveCalendar(teamCalendar);
  await using online = await launchApp({ args: [NOW] });
  const before = await online.window();
  await skipWelcome(before);
  await follow(before, server.address);
  await online.electron.close();
  await server[Symbol.asyncDispose]();

  await using offline = await launchApp({ args: [NOW], home: online.home });
  const page = await offline.window();
  await expect(page.getByRole('row', { name: /^Stand-up/u }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /^kOps Office Hours/u }).first()).toBeVisible();
  await goTo(page, 'Calendars');
  await expect(page.getByRole('main')).toContainText(/could not be reached|cannot be reached|no answer/iu);
});
