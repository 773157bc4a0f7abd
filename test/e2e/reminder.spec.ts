import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { calendarText, follow, goToSettings, rowsOf, serveCalendar, skipWelcome } from './person.ts';
import { shareApp } from './sharedApp.ts';

const room = 'https://zoom.us/j/845373595?pwd=VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09';
const calendar = calendarText({
  name: 'Reviews',
  meetings: [
    {
      uid: 'review',
      title: 'Release review',
      zone: 'Asia/Kolkata',
      start: '20261122T143000',
      end: '20261122T150000',
      location: room,
    },
  ],
});
// Sunday 22 November, 09:00 UTC is 14:30 in Kolkata; the reminder is due at 08:50, when no meeting of the catalogue
// is near.
const BEFORE_REMINDER = '--now=2026-11-22T08:49:50Z';

test('a reminder is shown on the desktop, and its Join button opens exactly the feed’s room', async () => {
  await using server = await serveCalendar(calendar);
  await using app = await launchApp({ args: [BEFORE_REMINDER], withDesktop: true, locale: 'en_GB.UTF-8' });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, server.address);

  await expect.poll(() => app.desktop?.notifications().map(({ title }) => title)).toEqual(['Release review']);
  const [notice] = app.desktop?.notifications() ?? [];
  expect(notice?.body).toContain('10:00');
  expect(notice?.body).toContain('Zoom');
  expect(notice?.body).not.toContain('VVlUR3');

  await app.desktop?.pressButton('Join');
  await expect.poll(() => app.opened()).toEqual([room]);
});

test('a reminder that was shown is not shown again after a restart', async () => {
  await using server = await serveCalendar(calendar);
  await using first = await launchApp({ args: [BEFORE_REMINDER], withDesktop: true });
  const page = await first.window();
  await skipWelcome(page);
  await follow(page, server.address);
  await expect.poll(() => first.desktop?.notifications().length).toBe(1);
  await first.electron.close();

  await using second = await launchApp({
    args: ['--now=2026-11-22T08:51:00Z'],
    home: first.home,
    withDesktop: true,
  });
  const again = await second.window();
  await expect(again.getByRole('region', { name: 'Next meeting' })).toContainText('Release review');
  // The test notice takes the same path and comes last, so no other notice is pending.
  await goToSettings(again, 'Reminders');
  await again.getByRole('button', { name: /test/iu }).click();
  await expect.poll(() => second.desktop?.notifications().length).toBe(1);
  expect(second.desktop?.notifications()[0]?.title).not.toBe('Release review');
});

test('a meeting missed while the app was closed is a line in the agenda until dismissed', async () => {
  await using server = await serveCalendar(calendar);
  const args = ['--now=2026-11-22T08:00:00Z'];
  await using first = await launchApp({ args, withDesktop: true, locale: 'en_GB.UTF-8' });
  const before = await first.window();
  await skipWelcome(before);
  await follow(before, server.address);
  await first.electron.close();

  const later = { args: ['--now=2026-11-22T10:00:00Z'], home: first.home, locale: 'en_GB.UTF-8' };
  await using second = await launchApp({ ...later, withDesktop: true });
  const page = await second.window();
  const missed = page.getByRole('region', { name: 'What happened' });
  await expect(missed).toContainText('Release review missed while Office Hours was closed');
  await missed.getByRole('button', { name: 'Past meetings' }).click();
  const past = page.getByRole('dialog', { name: 'Past meetings' });
  await expect(past.getByRole('listitem')).toContainText([
    /Release review.*Missed while Office Hours was closed/u,
  ]);
  await page.keyboard.press('Escape');
  await missed.getByRole('button', { name: 'Dismiss: Release review was missed' }).click();
  await expect(missed).toBeHidden();
  expect(second.desktop?.notifications()).toEqual([]);
});

test.describe('in one window', () => {
  const open = shareApp({ args: ['--now=2026-11-20T08:00:00Z'], settings: { isWelcomeDone: true } });

  test('in the details a series is silenced and restored, and a single meeting gets custom reminders', async () => {
    const { page } = await open();
    await rowsOf(page, 'kOps Office Hours').first().click();
    const details = page.getByRole('complementary', { name: /^Details of kOps/u });
    const [single, series] = ['This meeting', 'The series'].map((name) =>
      details.getByRole('region', { name }),
    );
    await details.getByRole('button', { name: 'Change the reminders' }).click();
    await series?.getByText('None', { exact: true }).click();
    await expect(details.getByText('It has no reminders.')).toBeVisible();
    await series?.getByText('Default', { exact: true }).click();
    await expect(series!.getByRole('radio', { name: 'None' })).not.toBeChecked();
    await single?.getByText('Custom', { exact: true }).click();
    await single?.getByRole('button', { name: 'Remove the reminder 10 minutes before' }).click();
    const coming = details.getByRole('list', { name: 'What will happen' }).getByRole('listitem');
    await expect(coming).toHaveText(['5:59 PM Notification', '6:00 PM Notification']);
  });

  test('a feed gets custom reminders', async () => {
    await using server = await serveCalendar(calendar);
    const { page } = await open();
    await follow(page, server.address);
    const card = page.getByRole('row').filter({ hasText: 'Reviews' });
    await card.getByRole('button', { name: 'Reminders: default' }).click();
    await page.getByRole('dialog', { name: 'Reminders' }).getByText('None', { exact: true }).click();
    await page.keyboard.press('Escape');
    await expect(card.getByRole('button', { name: 'Reminders: none' })).toBeVisible();
  });
});
