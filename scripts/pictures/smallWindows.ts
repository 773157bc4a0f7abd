/** The tray's panel, the alert window and the floating clock. */
import type { Page } from '@playwright/test';
import { calendarText, follow, serveCalendar } from '#test/e2e/person.ts';
import { smallWindow, start, type Scene } from './scene.ts';

const zoom = 'https://zoom.us/j/93333333333?pwd=AbC';
const meet = 'https://meet.google.com/abc-defg-hij';
const teams = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0';

/** A Sunday: no community meets. */
const at = (time: string) => `20261122T${time}00`;
const meeting = (title: string, from: string, to: string, location?: string) => ({
  uid: title,
  title,
  zone: 'Etc/UTC',
  start: from.length === 4 ? at(from) : from,
  end: to.length === 4 ? at(to) : to,
  ...(location !== undefined && { location }),
});

/** 200 characters. */
const LONG =
  'Quarterly planning of the documentation working group with everybody who wrote, reviewed or translated a page since the last release, and with those who would like to begin doing so in the next one (all)';

const today = calendarText({
  name: 'Project team',
  meetings: [
    meeting('One to one with Mira and Jonas', '1630', '1700', teams),
    meeting('Budget review for the fourth quarter', '1625', '1705', meet),
    meeting('Kubernetes PM Group', '1700', '1800', teams),
    meeting(LONG, '1900', '2000', zoom),
    meeting('Stand-up', '20261123T093000', '20261123T094500', meet),
  ],
});

/** As large as Electron makes it. */
const panelSize = { width: 360, height: 520 };

export const panel: Scene = async (take) => {
  await using server = await serveCalendar(today);
  await using app = await start({
    now: '2026-11-22T16:51:34Z',
    timeZone: 'Etc/UTC',
    withDesktop: true,
    withTray: true,
    settings: { reminders: { leads: [] } },
  });
  await follow(await app.window(), server.address);
  const page = await smallWindow(app, 'panel', () => app.tray?.click());
  await page.setViewportSize(panelSize);
  await take(page, 'panel-two-on');
  await page.keyboard.press('4');
  await take(page, 'panel-long-title');
  await page.setViewportSize({ width: 180, height: 260 });
  await take(page, 'panel-200-percent');
  await page.setViewportSize(panelSize);
  await page.evaluate('document.documentElement.dir = "rtl"');
  await take(page, 'panel-rtl');
  await page.emulateMedia({ forcedColors: 'active' });
  await take(page, 'panel-forced-colors');
};

export const panelMaybe: Scene = async (take) => {
  // Every two weeks, and nobody knows in which.
  await using app = await start({
    now: '2026-11-20T15:45:26Z',
    timeZone: 'Europe/Berlin',
    withDesktop: true,
    withTray: true,
    settings: { reminders: { leads: [] } },
  });
  await app.window();
  const page = await smallWindow(app, 'panel', () => app.tray?.click());
  await page.setViewportSize(panelSize);
  const maybe = page.getByRole('button', { name: /, maybe,/u });
  if ((await maybe.count()) > 0) await maybe.first().click();
  await take(page, 'panel-maybe');
};

const alertSize = { width: 760, height: 600 };

const atThree = (title: string, location: string) => meeting(title, '1700', '1800', location);

export const alert: Scene = async (take) => {
  await using one = await serveCalendar(
    calendarText({ name: 'Reviews', meetings: [atThree('Release review', teams)] }),
  );
  await using two = await serveCalendar(
    calendarText({ name: 'Documentation', meetings: [atThree(LONG, meet)] }),
  );
  await using app = await start({
    now: '2026-11-22T16:49:56Z',
    timeZone: 'Etc/UTC',
    settings: { reminders: { leads: [{ minutes: 10, kind: 'alert' }] } },
  });
  const page = await app.window();
  await follow(page, one.address);
  const window = await smallWindow(app, 'alert');
  await window.setViewportSize(alertSize);
  await take(window, 'alert-one');
  await follow(page, two.address);
  await window.getByRole('group').nth(1).waitFor();
  await take(window, 'alert-two');
  await window.setViewportSize({ width: 320, height: 600 });
  await take(window, 'alert-320');
  await window.setViewportSize({ width: 380, height: 300 });
  await take(window, 'alert-200-percent');
  await window.setViewportSize(alertSize);
  await window.evaluate('document.documentElement.dir = "rtl"');
  await take(window, 'alert-rtl');
  await window.emulateMedia({ forcedColors: 'active' });
  await take(window, 'alert-forced-colors');
};

const clockDay = calendarText({
  name: 'Project team',
  meetings: [
    meeting('Release review', '1640', '1729', zoom),
    meeting('Kubernetes PM Group', '1600', '1656', teams),
    meeting('Budget review', '1600', '1649', meet),
    meeting('SIG Node', '1659', '1800', zoom),
  ],
});

/** Asks for the clock of a meeting, as its menu does. */
const showClock = (page: Page, title: string): Promise<unknown> =>
  page.evaluate(`(async () => {
    const { occurrences } = await window.api.invoke('agenda:get', [0]);
    const { key } = occurrences.find(({ title }) => title === ${JSON.stringify(title)});
    return window.api.invoke('clock:show', [key]);
  })()`);

export const clock: Scene = async (take) => {
  await using server = await serveCalendar(clockDay);
  await using app = await start({
    now: '2026-11-22T16:51:10Z',
    timeZone: 'Etc/UTC',
    withDesktop: true,
    settings: { reminders: { leads: [] } },
  });
  const page = await app.window();
  await follow(page, server.address);
  await showClock(page, 'SIG Node');
  const shown = await smallWindow(app, 'clock');
  const states = [
    ['ahead', 'SIG Node'],
    ['running', 'Release review'],
    ['soon', 'Kubernetes PM Group'],
    ['over', 'Budget review'],
  ] as const;
  for (const [state, title] of states) {
    await showClock(page, title);
    await shown.locator(`[data-phase="${state}"]`).waitFor();
    await shown.mouse.move(0, 0);
    await shown.evaluate(`
      document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));
      window.dispatchEvent(new Event('blur'));
    `);
    await shown.locator('[data-wide]').waitFor({ state: 'detached' });
    await shown.setViewportSize({ width: 132, height: 44 });
    await take(shown, `clock-${state}`);
    await shown.setViewportSize({ width: 380, height: 44 });
    await shown.evaluate(`document.documentElement.dispatchEvent(new PointerEvent('pointerenter'))`);
    await shown.locator('[data-wide]').waitFor();
    await take(shown, `clock-${state}-wide`);
  }
};
