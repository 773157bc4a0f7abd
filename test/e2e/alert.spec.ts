import { expect, test, type Page } from '@playwright/test';
import { findWindow, type LaunchedApp } from './launch.ts';
import { beginningSoon, calendarText, follow, serveCalendar, type ServedText } from './person.ts';
import { shareLaunch } from './sharedApp.ts';

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

/** The alert window, which replaces notifications without a notification server. */
async function alertOf(app: LaunchedApp): Promise<Page> {
  const alert = await findWindow(app.electron, (page) => page.url().includes('/alert/'));
  await alert.waitForLoadState();
  return alert;
}

/** Keys in the first second of a new card are meant for another window, so they are ignored. */
async function untilKeysCount(alert: Page): Promise<void> {
  const now = (): Promise<number> => alert.evaluate(() => performance.now());
  const shown = await now();
  await expect.poll(now).toBeGreaterThan(shown + 1_500);
}

// One window; each test continues where the one before it ended.
test.describe.serial('the alert window', () => {
  const launched = shareLaunch({
    args: [BEFORE_REMINDER],
    settings: { isWelcomeDone: true },
    locale: 'en_GB.UTF-8',
  });
  let server: ServedText;
  test.beforeAll(async () => {
    server = await serveCalendar(calendar);
    await follow(await launched().window(), server.address);
  });
  test.afterAll(() => server[Symbol.asyncDispose]());

  test('a key pressed as the window opens does nothing', async () => {
    const app = launched();
    const alert = await alertOf(app);
    await expect(alert.getByRole('listitem')).toHaveCount(2);
    await alert.evaluate(() => {
      // On a busy machine the first second may be over, so set the window's clock back.
      const { now } = Date;
      const begun = performance.timeOrigin;
      Date.now = () => begun;
      for (const key of ['j', 'Escape', 'd']) window.dispatchEvent(new KeyboardEvent('keydown', { key }));
      Date.now = now;
    });
    await expect(alert.getByRole('listitem')).toHaveCount(2);
    expect(app.opened()).toEqual([]);
  });

  for (const scheme of ['light', 'dark'] as const)
    test(`the alert window has enough contrast in ${scheme}`, async () => {
      const alert = await alertOf(launched());
      await alert.emulateMedia({ colorScheme: scheme });
      await expect(alert.getByRole('listitem')).toHaveCount(2);
      await alert.screenshot({ path: test.info().outputPath(`alert-${scheme}.png`) });
      expect(await alert.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await alert.emulateMedia({ colorScheme: null });
    });

  test('keys act on the card with the focus or the pressed digit, which is scrolled into view', async () => {
    const alert = await alertOf(launched());
    const size = alert.viewportSize();
    await alert.setViewportSize({ width: 760, height: 330 });
    const [first, second] = [0, 1].map((index) => alert.getByRole('listitem').nth(index));
    await second!.getByRole('button', { name: 'Dismiss' }).focus();
    await expect(second!).toHaveAttribute('aria-current', 'true');
    await untilKeysCount(alert);
    await alert.keyboard.press('1');
    await expect(first!).toHaveAttribute('aria-current', 'true');
    await expect(first!.getByRole('heading')).toBeInViewport();
    await alert.keyboard.press('2');
    await expect(second!).toHaveAttribute('aria-current', 'true');
    await expect(second!.getByRole('heading')).toBeInViewport();
    if (size !== null) await alert.setViewportSize(size);
  });

  test('without notifications the alert window announces, and joins by keyboard', async () => {
    const app = launched();
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
    // The window closes on keydown, so wait for no keyup.
    await alert.keyboard.down('Escape').catch(() => undefined);
    await closed;
  });
});

test.describe('auto-join', () => {
  const now = '2026-11-22T14:00:00Z';
  let soon: ReturnType<typeof beginningSoon>;
  test.beforeAll(() => {
    soon = beginningSoon(now);
  });
  const launched = shareLaunch({
    args: [`--now=${now}`],
    settings: { isWelcomeDone: true, reminders: { leads: [{ minutes: 0, kind: 'autoJoin' }] } },
    locale: 'en_GB.UTF-8',
    withDesktop: true,
  });
  const serveMeetingSoon = (title: string): Promise<ServedText> =>
    serveCalendar(
      calendarText({ name: title, meetings: [{ uid: title, title, location: room, ...soon.times() }] }),
    );

  test('Escape stops the countdown; the card stays', async () => {
    await using server = await serveMeetingSoon('Bug triage');
    const app = launched();
    await follow(await app.window(), server.address);
    const alert = await alertOf(app);
    await expect(alert.getByRole('timer')).toContainText('Joins in');
    await untilKeysCount(alert);
    await alert.keyboard.press('Escape');
    await expect(alert.getByRole('timer')).not.toContainText('Joins in');
    await expect(alert.getByRole('button', { name: 'Join Zoom' })).toBeVisible();
    // Longer than the countdown.
    await expect.poll(() => alert.evaluate(() => performance.now())).toBeGreaterThan(13_000);
    expect(app.opened()).toEqual([]);

    const closed = alert.waitForEvent('close');
    // The second Escape closes the window on keydown.
    await alert.keyboard.down('Escape').catch(() => undefined);
    await closed;
  });

  test('it counts down ten seconds, then opens the room and closes the window', async () => {
    await using server = await serveMeetingSoon('Release review');
    const app = launched();
    await follow(await app.window(), server.address);
    const alert = await alertOf(app);
    await expect(alert.getByRole('timer')).toContainText(/Joins in\s*\d+ s/u);
    expect(app.opened()).toEqual([]);
    await expect.poll(() => app.opened()).toEqual([room]);
    await expect.poll(() => alert.isClosed()).toBe(true);
  });
});
