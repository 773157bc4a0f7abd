import { expect, test, type Page } from '@playwright/test';
import { launchApp, nextWindow, type LaunchedApp } from './launch.ts';
import {
  beginningSoon,
  calendarText,
  follow,
  serveCalendar,
  skipWelcome,
  type ServedText,
} from './person.ts';

const room = 'https://zoom.us/j/845373595?pwd=VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09';
const meeting = {
  zone: 'Europe/Berlin',
  start: '20261122T150000',
  end: '20261122T160000',
};
const calendar = calendarText({
  name: 'Reviews',
  meetings: [
    { ...meeting, uid: 'review', title: 'Release review', location: room },
    { ...meeting, uid: 'triage', title: 'Bug triage', location: 'https://meet.google.com/abc-defg-hij' },
  ],
});
/** Sunday; the reminder is due ten minutes before 15:00 in Berlin. */
const BEFORE_REMINDER = '--now=2026-11-22T13:49:48Z';

/** The large window: without a notification server it takes over. */
async function alertOf(app: LaunchedApp): Promise<Page> {
  const isAlert = (page: Page): boolean => page.url().includes('alert');
  const alert = app.electron.windows().find(isAlert) ?? (await nextWindow(app.electron, isAlert));
  await alert.waitForLoadState();
  return alert;
}

async function appWithMeetings(address: string): Promise<LaunchedApp> {
  const app = await launchApp({ args: [BEFORE_REMINDER], locale: 'en_GB.UTF-8' });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, address);
  return app;
}

/** What is typed in the first second after a card came is meant for another window, so it does nothing. */
async function untilKeysCount(alert: Page): Promise<void> {
  const now = (): Promise<number> => alert.evaluate(() => performance.now());
  const shown = await now();
  await expect.poll(now).toBeGreaterThan(shown + 1_500);
}

test('where no notification is shown a large window announces, and joins by keyboard', async () => {
  await using server = await serveCalendar(calendar);
  await using app = await appWithMeetings(server.address);
  const alert = await alertOf(app);
  const cards = alert.getByRole('listitem');
  await expect(cards).toHaveCount(2);
  await expect(cards.filter({ hasText: 'Release review' })).toContainText('15:00–16:00');
  await expect(alert.getByRole('timer').first()).toContainText(/09:\d\d/u);
  await expect(alert.getByText('VVlUR3')).toHaveCount(0);

  await untilKeysCount(alert);
  const index = (await cards.nth(0).textContent())?.includes('Release review') === true ? 1 : 2;
  await alert.keyboard.press(String(index));
  await alert.keyboard.press('j');
  await expect.poll(() => app.opened()).toEqual([room]);
  await expect(cards).toHaveCount(1);

  const closed = alert.waitForEvent('close');
  // The window closes as the key goes down, before it can come up again.
  await alert.keyboard.down('Escape').catch(() => undefined);
  await closed;
});

test('a key that is pressed as the window comes up does nothing', async () => {
  await using server = await serveCalendar(calendar);
  await using app = await appWithMeetings(server.address);
  const alert = await alertOf(app);
  await alert.evaluate(() => {
    for (const key of ['j', 'Escape', 'd']) window.dispatchEvent(new KeyboardEvent('keydown', { key }));
  });
  await expect(alert.getByRole('listitem')).toHaveCount(2);
  expect(app.opened()).toEqual([]);
});

/** Follows a meeting that begins in a moment and joins by itself. */
async function appThatJoins(calendar: ServedText): Promise<LaunchedApp> {
  const soon = beginningSoon('2026-11-22T14:00:00Z');
  const app = await launchApp({
    args: [`--now=${soon.now}`],
    settings: { isWelcomeDone: true, reminders: { leads: [{ minutes: 0, kind: 'autoJoin' }] } },
    locale: 'en_GB.UTF-8',
    withDesktop: true,
  });
  const page = await app.window();
  calendar.answer(
    200,
    calendarText({
      name: 'Reviews',
      meetings: [{ uid: 'review', title: 'Release review', location: room, ...soon.times() }],
    }),
  );
  await follow(page, calendar.address);
  return app;
}

test('a meeting that joins by itself counts ten seconds down, then its room opens and the window goes', async () => {
  test.slow();
  await using server = await serveCalendar(calendar);
  await using app = await appThatJoins(server);
  const alert = await alertOf(app);
  await expect(alert.getByRole('timer')).toContainText(/Joins in\s*\d+ s/u);
  expect(app.opened()).toEqual([]);
  await expect.poll(() => app.opened()).toEqual([room]);
});

test('Escape stops it; the card stays', async () => {
  test.slow();
  await using server = await serveCalendar(calendar);
  await using app = await appThatJoins(server);
  const alert = await alertOf(app);
  await expect(alert.getByRole('timer')).toContainText('Joins in');
  await untilKeysCount(alert);
  await alert.keyboard.press('Escape');
  await expect(alert.getByRole('timer')).not.toContainText('Joins in');
  await expect(alert.getByRole('button', { name: 'Join Zoom' })).toBeVisible();
  // Longer than the countdown.
  await expect.poll(() => alert.evaluate(() => performance.now())).toBeGreaterThan(13_000);
  expect(app.opened()).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const)
  test(`the large window reads well when it is ${scheme}`, async () => {
    await using server = await serveCalendar(calendar);
    await using app = await appWithMeetings(server.address);
    const alert = await alertOf(app);
    await alert.emulateMedia({ colorScheme: scheme });
    await expect(alert.getByRole('listitem')).toHaveCount(2);
    await alert.screenshot({ path: test.info().outputPath(`alert-${scheme}.png`) });
    expect(await alert.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
