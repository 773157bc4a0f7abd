import { expect, test } from 'vitest';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const room = 'https://zoom.us/j/95680858961?pwd=AbC';
const office: EventWish = {
  title: 'kOps',
  start: '2026-11-20T17:00:00Z',
  lines: [`LOCATION:${room}`, 'RRULE:FREQ=DAILY;COUNT=9'],
};
const lunch: EventWish = { title: 'Lunch', start: '2026-11-20T16:58:00Z' };

async function computerAt(now: string): Promise<Computer> {
  const computer = new Computer(now);
  computer.network.serve(address, aCalendar([office, lunch]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

test('a click on the tray icon opens the panel, and a second click closes it', async () => {
  await using app = await (await computerAt('2026-11-20T16:50:00Z')).start();
  app.desktop.clickTray();
  expect(app.panel.isOpen()).toBe(true);
  app.desktop.clickTray();
  expect(app.panel.isOpen()).toBe(false);
});

test('the panel shows the next five meetings and selects the one that can be joined', async () => {
  const computer = await computerAt('2026-11-20T16:50:00Z');
  await using app = await computer.start();
  const shown = await app.window.ask('panel:get');
  expect(shown.meetings.map(({ title, service }) => [title, service])).toEqual([
    ['Lunch', null],
    ['kOps', 'Zoom'],
    ['kOps', 'Zoom'],
    ['kOps', 'Zoom'],
    ['kOps', 'Zoom'],
  ]);
  expect(shown).toMatchObject({ first: shown.meetings[1]?.key, pausedUntil: null, failingFeeds: 0 });
});

test('while titles are hidden neither tray nor panel shows a meeting’s title or community', async () => {
  await using app = await (await computerAt('2026-11-20T16:50:00Z')).start();
  const visible = async (): Promise<string> => {
    const { meetings } = await app.window.ask('panel:get');
    const { tooltip, next, join } = app.desktop.tray;
    const labels = [...next, ...join].map(({ label }) => label);
    return [tooltip, ...labels, ...meetings.flatMap(({ title, community }) => [title, community])].join('\n');
  };
  expect(await visible()).toMatch(/kOps|Lunch/u);
  await app.window.ask('settings:change', { hidesTitles: true });
  expect(await visible()).not.toMatch(/kOps|Lunch|Team/u);
  expect(await visible()).toContain('Meeting');
});

test('joining from the panel closes it, and it shows what is joined when it opens again', async () => {
  await using app = await (await computerAt('2026-11-20T16:59:00Z')).start();
  app.desktop.clickTray();
  const { first } = await app.window.ask('panel:get');
  expect(await app.window.ask('panel:act', { kind: 'join', key: first ?? '' })).toMatchObject({ ok: true });
  await settle();
  expect(app.desktop.opened).toEqual([room]);
  expect(app.panel.isOpen()).toBe(false);
  expect((await app.window.ask('panel:get')).meetings[1]).toMatchObject({ visit: 'joined' });
});

test('a room that does not open is reported in the panel, which stays open', async () => {
  await using app = await (await computerAt('2026-11-20T16:59:00Z')).start();
  app.desktop.clickTray();
  app.desktop.hasBrowser = false;
  const { first } = await app.window.ask('panel:get');
  expect(await app.window.ask('panel:act', { kind: 'join', key: first ?? '' })).toMatchObject({ ok: false });
  expect(app.panel.isOpen()).toBe(true);
});

test('the panel opens the note, the agenda and the feeds, and ends a pause', async () => {
  const computer = await computerAt('2026-11-20T16:59:00Z');
  await using app = await computer.start();
  const { first: key } = await app.window.ask('panel:get');
  await app.window.ask('panel:act', { kind: 'note', key });
  await app.window.ask('panel:act', { kind: 'open', key: null });
  await app.window.ask('panel:act', { kind: 'feeds' });
  await app.window.ask('panel:act', { kind: 'settings' });
  expect(app.desktop.routes).toEqual([
    { screen: 'notes', occurrenceKey: key },
    { screen: 'agenda', occurrenceKey: null },
    { screen: 'feeds', occurrenceKey: null },
    { screen: 'settings', occurrenceKey: null },
  ]);
  await app.window.ask('panel:act', { kind: 'pause', until: 'hour' });
  expect((await app.window.ask('panel:get')).pausedUntil).toBe(Date.parse('2026-11-20T17:59:00Z'));
  await app.window.ask('panel:act', { kind: 'pause', until: 'now' });
  expect((await app.window.ask('panel:get')).pausedUntil).toBeNull();
  await app.window.ask('panel:act', { kind: 'brief', key: key ?? '' });
  expect(app.desktop.routes.at(-1)).toEqual({ screen: 'agenda', occurrenceKey: key, isBrief: true });
});

test('the open panel updates each minute and shows failing feeds; a closed one gets no events', async () => {
  const computer = await computerAt('2026-11-20T16:50:00Z');
  await using app = await computer.start();
  await computer.clock.advance(120_000);
  expect(app.window.received('panel:changed')).toEqual([]);
  app.desktop.clickTray();
  await computer.clock.advanceTo('2026-11-20T18:00:00Z');
  expect(app.window.received('panel:changed').at(-1)?.meetings[0]?.start).toBe(
    Date.parse('2026-11-21T17:00:00Z'),
  );
  computer.network.fail(address, 403);
  await app.window.ask('feeds:refresh');
  expect((await app.window.ask('panel:get')).failingFeeds).toBe(1);
});

test('starting at login is read from the system and changed there', async () => {
  const computer = await computerAt('2026-11-20T16:50:00Z');
  await using app = await computer.start();
  expect(await app.window.ask('login:get')).toEqual({ ok: true, value: { kind: 'off' } });
  expect(await app.window.ask('login:set', true)).toEqual({ ok: true, value: { kind: 'on' } });
  expect(computer.loginItem.now).toEqual({ kind: 'on' });
  computer.loginItem.isBroken = true;
  expect(await app.window.ask('login:set', false)).toMatchObject({ problem: { code: 'login/notChanged' } });
});

test('on a German computer the tray writes dates in English, in German order and with 24 hours', async () => {
  const computer = new Computer('2026-11-20T12:00:00Z');
  computer.locale = 'de-DE';
  computer.network.serve(address, aCalendar([{ title: 'Stand-up', start: '2026-12-02T16:00:00Z' }]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  expect(app.desktop.tray.next.map(({ label }) => label)).toEqual(['Wed 2 Dec 17:00  Stand-up']);
});
