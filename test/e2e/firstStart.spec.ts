import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { calendarText, choose, rowsOf, serveCalendar, skipWelcome } from './person.ts';
import { shareLaunch } from './sharedApp.ts';

// A Friday of an odd ISO week, a quarter of an hour before kOps office hours begin at 09:00 in Los Angeles.
const NOW = '--now=2026-11-20T16:45:10Z';

test.describe.serial('a first start and the next one', () => {
  const launched = shareLaunch({ args: [NOW], timeZone: 'Europe/Berlin', locale: 'en_GB.UTF-8' });

  test('a first start shows the next community meeting, counting down in the user’s zone', async () => {
    const page = await launched().window();
    await expect(page.getByRole('dialog', { name: 'Welcome to Office Hours' })).toBeVisible();
    await skipWelcome(page);

    await choose(page, 'kOps Office Hours');
    const details = page.getByRole('complementary');
    await expect(details).toContainText('18:00–19:00');
    await expect(details).toContainText('09:00 in Los Angeles');

    const timer = page.getByRole('region', { name: 'Next meeting' }).getByRole('timer');
    const first = await timer.textContent();
    await expect(timer).not.toHaveText(first ?? '');
    await expect(timer).toHaveText(/^\d\d:\d\d$/u);
  });

  test('the welcome is not shown again once it was skipped', async () => {
    const first = launched();
    await first.electron.close();
    await using second = await launchApp({ args: [NOW], home: first.home });
    const page = await second.window();
    await expect(page.getByRole('region', { name: 'Next meeting' })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('in Auckland the same meeting is at another hour, on the next day', async () => {
  await using app = await launchApp({ args: [NOW], timeZone: 'Pacific/Auckland', locale: 'en_GB.UTF-8' });
  const page = await app.window();
  await skipWelcome(page);
  await choose(page, 'kOps Office Hours');
  const details = page.getByRole('complementary');
  await expect(details).toContainText('Today 06:00–07:00');
  await expect(details).toContainText('Fri 20 Nov 09:00 in Los Angeles');
});

const work = calendarText({
  name: 'Work',
  meetings: [
    {
      uid: 'review',
      title: 'Design review',
      zone: 'Europe/Berlin',
      start: '20261120T175000',
      end: '20261120T183000',
    },
  ],
});

test('paste, Enter, Enter, Enter leads to the countdown to a meeting of one’s own calendar', async () => {
  await using server = await serveCalendar(work);
  await using app = await launchApp({ args: [NOW], locale: 'en_GB.UTF-8' });
  const page = await app.window();
  const heading = (step: number) =>
    page.getByRole('heading', { name: new RegExp(`step ${String(step)} of 3$`, 'u') });
  await expect(heading(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(2)).toBeFocused();
  await page.getByRole('textbox', { name: 'Address of your calendar' }).fill(server.address);
  await page.keyboard.press('Enter');
  await expect(heading(3)).toBeFocused();
  await page.keyboard.press('Enter');
  const hero = page.getByRole('region', { name: 'Next meeting' });
  await expect(hero).toContainText('Design review');
  await expect(hero.getByRole('timer')).toBeVisible();
});

test('pasted text survives going back and a refusal, and Enter alone follows the suggested groups', async () => {
  await using server = await serveCalendar('<!doctype html><title>Sign in</title><h1>Sign in</h1>');
  await using app = await launchApp({ args: [NOW], locale: 'en_GB.UTF-8' });
  const page = await app.window();
  await page.getByRole('button', { name: 'Continue' }).click();
  const field = page.getByRole('textbox', { name: 'Address of your calendar' });
  await field.fill(server.address);
  await page.getByRole('button', { name: 'Follow and continue' }).click();
  await expect(page.getByText(/leads to a web page/u)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field).toHaveValue(server.address);
  server.answer(200, work);
  await page.getByRole('button', { name: 'Follow and continue' }).click();
  await expect(page.getByRole('heading', { name: /step 3 of 3$/u })).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByText('Work is followed')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a community' }).fill('etcd');
  await page.getByRole('checkbox', { name: /^SIG etcd/u }).check();
  await page.getByRole('button', { name: 'Follow and continue' }).click();
  await page.getByRole('button', { name: 'Show my agenda' }).click();
  await expect(rowsOf(page, 'kOps Office Hours').first()).toBeVisible();
  await expect(rowsOf(page, 'SIG etcd').first()).toBeVisible();
});

test('who joins no open-source meetings gets none', async () => {
  await using app = await launchApp({ args: [NOW], locale: 'en_GB.UTF-8' });
  const page = await app.window();
  await page.getByRole('checkbox', { name: /^Open-source meetings/u }).uncheck();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your own calendar, step 2 of 3' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /step 3 of 3$/u })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No meetings', { exact: false }).first()).toBeVisible();
});

for (const isWanted of [true, false])
  test(`the welcome offers to start with the computer, which is ${isWanted ? 'done' : 'left out'}; the focus goes to the agenda`, async () => {
    const onHost = process.env['ELECTRON_OVERRIDE_DIST_PATH']?.includes('packages/electron-host') ?? false;
    test.skip(!onHost, 'only an installed app can; the host can pretend to be one');
    await using app = await launchApp({ args: [NOW], env: { ELECTRON_HOST_PACKAGED: '1' } });
    const page = await app.window();
    const entry = join(app.home, '.config/autostart/io.github.office_hours.OfficeHours.desktop');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Follow and continue' }).click();
    const offer = page.getByRole('switch', { name: /^Start with the computer/u });
    await expect(offer).toBeChecked();
    if (!isWanted) await offer.press('Space');
    // Nothing changes before the welcome ends.
    expect(existsSync(entry)).toBe(false);
    await page.getByRole('button', { name: 'Show my agenda' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.locator('#agenda-days [role="row"]:focus')).toBeVisible();
    if (isWanted) await expect.poll(() => existsSync(entry)).toBe(true);
    else {
      await page.getByRole('button', { name: /^Settings/u }).click();
      await expect(page.getByRole('switch', { name: 'Start with the computer' })).toBeEnabled();
      expect(existsSync(entry)).toBe(false);
    }
  });
