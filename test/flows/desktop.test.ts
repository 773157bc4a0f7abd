import { expect, test } from 'vitest';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const officeHours: EventWish = {
  title: 'kOps Office Hours',
  start: '2026-11-20T17:00:00Z',
  lines: ['LOCATION:https://zoom.us/j/95680858961?pwd=AbC'],
};

async function computerAt(now: string, ...events: EventWish[]): Promise<Computer> {
  const computer = new Computer(now);
  computer.network.serve(address, aCalendar(events));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const firstKey = async (app: RunningApp): Promise<string> =>
  (await app.window.askAgenda()).occurrences[0]?.key ?? '';

test('the tray counts down by the minute and shows a running meeting', async () => {
  const computer = await computerAt('2026-11-20T16:30:00Z', officeHours, {
    title: 'Late',
    start: '2026-11-21T20:00:00Z',
  });
  await using app = await computer.start();
  expect(app.desktop.tray).toMatchObject({ tooltip: 'kOps Office Hours in 30 min', state: 'hour' });
  expect(app.desktop.tray.next.map((one) => one.label)).toEqual([
    '18:00  kOps Office Hours',
    // Versions of ICU differ in the comma.
    expect.stringMatching(/^Sat,? 21 Nov 21:00 {2}Late$/),
  ]);
  await computer.clock.advanceTo('2026-11-20T16:48:00Z');
  expect(app.desktop.tray).toMatchObject({
    tooltip: 'kOps Office Hours in 12 min',
    state: 'hour',
    title: '12 min',
  });
  await computer.clock.advanceTo('2026-11-20T16:55:00Z');
  expect(app.desktop.tray.state).toBe('soon');
  await computer.clock.advanceTo('2026-11-20T17:00:00Z');
  expect(app.desktop.tray).toMatchObject({
    tooltip: 'kOps Office Hours is on now',
    state: 'now',
    title: 'now',
  });
  await computer.clock.advanceTo('2026-11-20T18:00:00Z');
  expect(app.desktop.tray).toMatchObject({ tooltip: 'Late in 1 day', state: 'idle', title: '' });
});

test('the tray joins', async () => {
  const computer = await computerAt('2026-11-20T16:50:00Z', officeHours);
  await using app = await computer.start();
  const [next] = app.desktop.tray.next;
  if (next) app.desktop.joinFromTray(next.occurrence);
  await settle();
  expect(app.desktop.opened).toEqual(['https://zoom.us/j/95680858961?pwd=AbC']);
});

test('the tray pauses reminders, shows the pause, and resumes them', async () => {
  const computer = await computerAt('2026-11-20T16:30:00Z', officeHours);
  await using app = await computer.start();
  app.desktop.pauseFromTray('hour');
  await settle();
  expect(app.desktop.tray.paused).toBe('Reminders are paused until 18:30');
  await computer.clock.advanceTo('2026-11-20T17:29:59Z');
  expect(app.notifier.notices).toEqual([]);
  await computer.clock.advanceTo('2026-11-20T17:30:00Z');
  expect(app.notifier.notices.map(({ body }) => body)).toEqual([
    expect.stringMatching(/^Started 30 min ago/),
  ]);
  app.desktop.pauseFromTray('tomorrow');
  await settle();
  expect(app.desktop.tray.paused).toBe('Reminders are paused until 00:00');
  app.desktop.pauseFromTray('now');
  await settle();
  expect(app.desktop.tray.paused).toBeNull();
});

test('the tray offers the next meeting to join, or both if two begin at the same time', async () => {
  const computer = await computerAt('2026-11-20T16:58:00Z', officeHours, {
    ...officeHours,
    title: 'Triage',
    lines: ['LOCATION:https://meet.google.com/abc-defg-hij'],
  });
  await using app = await computer.start();
  expect(app.desktop.tray.join.map(({ label }) => label).toSorted()).toEqual([
    'Join Triage',
    'Join kOps Office Hours',
  ]);
  const [first] = app.desktop.tray.join;
  if (first) app.desktop.joinFromTray(first.occurrence);
  await computer.clock.advanceTo('2026-11-20T17:01:00Z');
  expect(app.desktop.tray.join).toHaveLength(1);
});

const joinKeys = 'CommandOrControl+Shift+J';

test('a shortcut joins the next meeting from anywhere, and shows the agenda if there are several', async () => {
  const computer = await computerAt('2026-11-20T16:58:00Z', officeHours);
  await using app = await computer.start();
  computer.shortcuts.press(joinKeys);
  await settle();
  expect(app.desktop.opened).toHaveLength(1);
  computer.shortcuts.press(joinKeys);
  expect(app.desktop.routes).toEqual([{ screen: 'agenda', occurrenceKey: null }]);
});

test('a shortcut that another program uses is reported; another one can be chosen, or none', async () => {
  const computer = await computerAt('2026-11-20T16:30:00Z', officeHours);
  computer.shortcuts.taken.add(joinKeys);
  await using app = await computer.start();
  expect((await app.window.ask('app:problems')).map(({ code }) => code)).toContain('shortcut/taken');
  await app.window.ask('settings:change', { joinKeys: 'Alt+J' });
  expect(computer.shortcuts.registered).toEqual(['Alt+J']);
  await app.window.ask('settings:change', { joinKeys: null });
  expect(computer.shortcuts.registered).toEqual([]);
});

test('if a room does not open from the tray, the window shows its meeting', async () => {
  const computer = await computerAt('2026-11-20T16:50:00Z', officeHours);
  await using app = await computer.start();
  app.desktop.hasBrowser = false;
  const [next] = app.desktop.tray.next;
  if (next) app.desktop.joinFromTray(next.occurrence);
  await settle();
  expect(app.desktop.routes).toEqual([{ screen: 'agenda', occurrenceKey: await firstKey(app) }]);
});

test('the tray shows a failing feed', async () => {
  const computer = await computerAt('2026-11-20T09:00:00Z', officeHours);
  await using app = await computer.start();
  computer.network.fail(address, 403);
  await app.window.ask('feeds:refresh');
  expect(app.desktop.tray).toMatchObject({
    state: 'failing',
    failing: '1 calendar cannot be updated',
    tooltip: 'kOps Office Hours in 8 h\n1 calendar cannot be updated',
  });
  // A meeting that is due is more urgent.
  await computer.clock.advanceTo('2026-11-20T16:56:00Z');
  expect(app.desktop.tray.state).toBe('soon');
});

test('a room opens in the program of its service if the user chose that', async () => {
  const computer = await computerAt('2026-11-20T16:50:00Z', officeHours);
  await using app = await computer.start();
  app.desktop.programs.set('zoommtg', 'Zoom');
  await app.window.ask('settings:change', { joinApps: ['zoommtg'] });
  await app.window.ask('join:open', await firstKey(app), null);
  expect(app.desktop.opened[0]).toMatch(/^zoommtg:\/\/zoom\.us\/join\?.*confno=95680858961/);
});

test('only rooms of the meeting itself can be joined', async () => {
  const computer = await computerAt('2026-11-20T16:50:00Z', officeHours);
  await using app = await computer.start();
  expect(await app.window.ask('join:open', await firstKey(app), 'https://evil.example/')).toMatchObject({
    problem: { code: 'join/noLink' },
  });
  expect(await app.window.ask('join:open', 'nobody', null)).toMatchObject({ problem: { code: 'join/gone' } });
  expect(app.desktop.opened).toEqual([]);
});

test('links open in the browser, and only harmless ones', async () => {
  await using app = await (await computerAt('2026-11-20T16:30:00Z')).start();
  expect(await app.window.ask('link:open', 'https://example.org/agenda')).toMatchObject({ ok: true });
  expect(await app.window.ask('link:open', 'file:///etc/passwd')).toMatchObject({
    problem: { code: 'join/refusedLink' },
  });
  expect(app.desktop.opened).toEqual(['https://example.org/agenda']);
});

test('settings are stored, sent to the window, and applied at once', async () => {
  const computer = await computerAt('2026-11-20T16:30:00Z', officeHours);
  {
    await using app = await computer.start();
    expect(app.desktop.theme).toBe('system');
    await app.window.ask('settings:change', { theme: 'dark', zone: 'Asia/Tokyo', clock: '24' });
    expect(app.window.received('settings:changed')).toHaveLength(1);
    expect(app.desktop.theme).toBe('dark');
    expect((await app.window.askAgenda()).zone).toBe('Asia/Tokyo');
    expect(app.desktop.tray.next[0]?.label).toContain('02:00');
    await app.window.ask('settings:change', { theme: 'dark' });
    expect(app.window.received('settings:changed')).toHaveLength(1);
  }
  await using app = await computer.start();
  expect(await app.window.ask('settings:get')).toMatchObject({ theme: 'dark', zone: 'Asia/Tokyo' });
});

test('a time zone that does not exist is rejected', async () => {
  const computer = await computerAt('2026-11-20T16:30:00Z');
  await using app = await computer.start();
  expect(await app.window.ask('settings:change', { zone: 'Mars/Olympus' })).toMatchObject({ zone: 'system' });
  computer.store.write('settings', { zone: 'Mars/Olympus', leadMinutes: 'soon', theme: 'dark' });
  await using again = await computer.start();
  expect(await again.window.ask('settings:get')).toMatchObject({
    zone: 'system',
    reminders: { leads: [{ minutes: 10 }, { minutes: 1 }, { minutes: 0 }] },
    theme: 'dark',
  });
});

test('after travelling, times are in the new time zone', async () => {
  const computer = await computerAt('2026-11-20T16:30:00Z', officeHours);
  await using app = await computer.start();
  computer.clock.moveTo('America/New_York');
  await computer.clock.advance(60_000);
  expect((await app.window.askAgenda()).zone).toBe('America/New_York');
  expect(app.desktop.tray.next[0]?.label).toContain('12:00');
});

test('a new day moves the agenda’s range', async () => {
  const computer = await computerAt('2026-11-20T22:30:00Z', { title: 'Far', start: '2026-12-26T10:00:00Z' });
  await using app = await computer.start();
  expect((await app.window.askAgenda()).occurrences).toEqual([]);
  await computer.clock.advanceTo('2026-11-21T23:00:30Z');
  expect((await app.window.askAgenda()).occurrences.map((one) => one.title)).toEqual(['Far']);
});

test('closing the window for the first time shows once that the app keeps running', async () => {
  const computer = await computerAt('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  app.desktop.closeWindow('tray');
  await settle();
  app.desktop.closeWindow('tray');
  expect(app.notifier.notices.map((notice) => notice.title)).toEqual(['Office Hours keeps running']);
  expect(await app.window.ask('settings:get')).toMatchObject({ isTrayHintShown: true });
});

test('without a tray a notice says once that the window is only minimised', async () => {
  const computer = await computerAt('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  app.desktop.closeWindow('taskbar');
  await settle();
  app.desktop.closeWindow('taskbar');
  expect(app.notifier.notices.map((notice) => notice.title)).toEqual(['Office Hours is only minimised']);
});

test('the window gets facts about this run, may copy, and may choose a file', async () => {
  const computer = await computerAt('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  expect(await app.window.ask('app:info')).toEqual({
    version: '0.0.0',
    platform: 'linux',
    locale: 'en-GB',
    now: Date.parse('2026-11-20T09:00:00Z'),
    notesFolder: expect.stringMatching(/Office Hours$/) as unknown,
    hasNotifications: true,
  });
  await app.window.ask('clipboard:write', 'text');
  expect(app.desktop.copied).toEqual(['text']);
  app.desktop.chosenFile = '/home/me/a.ics';
  expect(await app.window.ask('feeds:chooseFile')).toBe('/home/me/a.ics');
});
