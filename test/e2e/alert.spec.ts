import { expect, test, type Page } from '@playwright/test';
import { findWindow, type LaunchedApp, untilLoaded } from './launch.ts';
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
  await untilLoaded(alert);
  return alert;
}

/** Keys in the first half second of a new card are meant for another window, so they are ignored. */
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

  test('the window says what it announces: its title, and the focus on the first way in', async () => {
    const alert = await alertOf(launched());
    await expect(alert).toHaveTitle(
      /^(?:Release review|Bug triage), 15:00, in (?:10|9) minutes, and 1 more$/u,
    );
    const first = alert.getByRole('group').first();
    await expect(first).toHaveAccessibleName(/^(?:Release review|Bug triage)$/u);
    await expect(first).toHaveAccessibleDescription(/15:00–16:00 · (?:Zoom|Google Meet) · Reviews/u);
    await expect(
      first.getByRole('button', { name: /^Join .*, (?:Release review|Bug triage)$/u }),
    ).toBeFocused();
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

  test('a digit moves the focus to a card, which is scrolled into view', async () => {
    const alert = await alertOf(launched());
    const size = alert.viewportSize();
    await alert.setViewportSize({ width: 760, height: 330 });
    const cards = alert.getByRole('group');
    await untilKeysCount(alert);
    for (const [digit, place] of [
      ['2', 1],
      ['1', 0],
    ] as const) {
      await alert.keyboard.press(digit);
      await expect(cards.nth(place).getByRole('button', { name: /^Join / })).toBeFocused();
      await expect(cards.nth(place).getByRole('heading')).toBeInViewport();
    }
    await alert.keyboard.press('ArrowDown');
    await expect(cards.nth(1).getByRole('button', { name: /^Join / })).toBeFocused();
    if (size !== null) await alert.setViewportSize(size);
  });

  test('letters that are switched off act with Alt only', async () => {
    const app = launched();
    const page = await app.window();
    const alert = await alertOf(app);
    const letters = (hasLetterKeys: boolean): Promise<unknown> =>
      page.evaluate((isOn) => window.api.invoke('settings:change', [{ hasLetterKeys: isOn }]), hasLetterKeys);
    const hint = alert.locator('.alert-keys');
    await letters(false);
    await expect(hint).toContainText('Alt');
    for (const key of ['d', 'j', '2']) await alert.keyboard.press(key);
    await alert.keyboard.press('Alt+h');
    await expect(alert.getByRole('heading', { name: 'Meeting' })).toHaveCount(2);
    await expect(alert).toHaveTitle(/^Meeting, 15:00, in (?:10|9) minutes, and 1 more$/u);
    await alert.keyboard.press('Alt+h');
    await letters(true);
    await expect(hint).not.toContainText('Alt');
    await expect(alert.getByRole('group')).toHaveCount(2);
    expect(app.opened()).toEqual([]);
  });

  test('keys join and shrink the card with the focus, and no other', async () => {
    const app = launched();
    const alert = await alertOf(app);
    const cards = alert.getByRole('group');
    const [review, triage] = ['Release review', 'Bug triage'].map((title) =>
      alert.getByRole('group', { name: title }),
    );
    await expect(review!).toContainText('15:00–16:00');
    await expect(review!.getByRole('timer')).toContainText(/0[89]:\d\d/u);
    await expect(alert.getByText('VVlUR3')).toHaveCount(0);

    await untilKeysCount(alert);
    // The other card was chosen before; then the focus goes on by hand.
    await triage!.getByRole('button', { name: 'Dismiss' }).focus();
    await review!.getByRole('button', { name: 'Note, Release review' }).focus();
    await alert.keyboard.press('j');
    await expect.poll(() => app.opened()).toEqual([room]);
    await expect(cards).toHaveCount(1);
    await expect(triage!).toBeVisible();
    await expect(triage!.getByRole('button', { name: /^Join / })).toBeFocused();

    const closed = alert.waitForEvent('close');
    // The window closes on keydown, so wait for no keyup.
    await alert.keyboard.down('Escape').catch(() => undefined);
    await closed;
    const clock = await findWindow(app.electron, (page) => page.url().includes('/clock/'));
    await expect(clock.getByRole('main', { name: 'Clock: Bug triage' })).toBeVisible();
    await expect(clock.getByRole('timer')).toHaveText(/^starts in 0[789]:\d\d$/u);
    expect(app.opened()).toEqual([room]);
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
    await expect.poll(() => alert.evaluate(() => performance.now())).toBeGreaterThan(23_000);
    expect(app.opened()).toEqual([]);

    const closed = alert.waitForEvent('close');
    // The second Escape shrinks the card: the window closes on keydown.
    await alert.keyboard.down('Escape').catch(() => undefined);
    await closed;
  });

  test('it counts down twenty seconds, then opens the room and closes the window', async () => {
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
