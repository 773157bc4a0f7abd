import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { calendarText, follow, goTo, openAddCalendar, rowsOf, serveCalendar, skipWelcome } from './person.ts';
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
    await expect(rowsOf(page, 'Stand-up').first()).toBeVisible();
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
    const field = await openAddCalendar(page);
    await field.fill(server.address);
    await expect(page.getByText(/web page/iu).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeHidden();
    await expect(field).toHaveValue(server.address);
  });

  test('a calendar that loses its meetings keeps them until the user accepts the loss', async () => {
    await using server = await serveCalendar(teamCalendar);
    const { page } = await open();
    await follow(page, server.address);
    server.answer(200, calendarText({ name: 'Team calendar', meetings: [] }));
    await page.getByRole('button', { name: 'Update all', exact: true }).click();
    const table = page.getByRole('table', { name: 'Calendars' });
    await expect(table).toContainText('The calendar suddenly holds no meetings');
    const row = table.getByRole('row').filter({ hasText: 'Team calendar' });
    await expect(row).toContainText('1 meeting');
    await table.getByRole('button', { name: 'Use it anyway' }).click();
    await expect(row).toContainText('0 meetings');
    await expect(table).not.toContainText('suddenly');
  });

  test('a calendar gets another name, colour and address, and stays the same calendar', async () => {
    await using old = await serveCalendar(teamCalendar);
    await using server = await serveCalendar(
      teamCalendar.replace('SUMMARY:Stand-up', 'SUMMARY:Morning round'),
    );
    const { page } = await open();
    await follow(page, old.address);
    const row = page.getByRole('row').filter({ hasText: 'basic.ics' });
    await page.getByRole('button', { name: 'More for Team calendar' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Crew');
    await page.keyboard.press('Enter');
    await expect(row).toContainText('Crew');
    await page.getByRole('button', { name: /Colour of Crew/u }).click();
    await page.getByRole('option', { name: 'Violet' }).click();
    await expect(page.getByRole('button', { name: 'Colour of Crew: Violet' })).toBeVisible();

    await page.getByRole('button', { name: 'More for Crew' }).click();
    await page.getByRole('menuitem', { name: 'Change address…' }).click();
    await page.getByRole('textbox', { name: 'New address or text' }).fill(server.address);
    await page.getByRole('button', { name: 'Save the change' }).click();
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('Crew');
    await goTo(page, 'Agenda');
    await expect(rowsOf(page, 'Morning round').first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(rowsOf(page, 'Morning round')).toHaveCount(0);
  });

  test('a calendar is paused and resumed by keyboard', async () => {
    await using server = await serveCalendar(teamCalendar);
    const { page } = await open();
    await follow(page, server.address);
    const row = page.getByRole('row').filter({ hasText: 'basic.ics' });
    const choose = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'More for Team calendar' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(name.slice(0, 3).toLowerCase());
      await expect(page.getByRole('menuitem', { name })).toBeFocused();
      await page.keyboard.press('Enter');
    };
    await choose('Pause');
    await expect(row).toContainText('Paused since');
    await goTo(page, 'Agenda');
    await expect(rowsOf(page, 'Stand-up').first()).toContainText('paused');
    await goTo(page, 'Calendars');
    await choose('Resume');
    await expect(row).not.toContainText('Paused since');
    await goTo(page, 'Agenda');
    await expect(rowsOf(page, 'Stand-up').first()).not.toContainText('paused');
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
  await expect(rowsOf(page, 'Stand-up').first()).toBeVisible();
  await expect(rowsOf(page, 'kOps Office Hours').first()).toBeVisible();
  await goTo(page, 'Calendars');
  await expect(page.getByRole('main')).toContainText(/could not be reached|cannot be reached|no answer/iu);
});
