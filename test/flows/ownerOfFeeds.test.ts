import { expect, test } from 'vitest';
import { HOUR } from '#base';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** What the owner of a calendar may do with it: pause it, and give it another address. */

const address = 'https://example.org/team.ics';
const moved = 'https://example.net/team.ics';
const standUp: EventWish = {
  uid: 'stand-up',
  title: 'Stand-up',
  start: '2026-11-20T15:00:00Z',
  lines: ['RRULE:FREQ=DAILY;COUNT=3', 'LOCATION:https://zoom.us/j/95680858961'],
};
const retro: EventWish = { uid: 'retro', title: 'Retro', start: '2026-11-21T09:00:00Z' };

async function following(meetings: readonly EventWish[] = [standUp]): Promise<Computer> {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, aCalendar(meetings));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const statusOf = async (app: RunningApp) => {
  const status = (await app.window.ask('feeds:list')).find(({ feed }) => feed.format === 'ics');
  if (status === undefined) throw new Error('not followed');
  return status;
};
const meetings = async (app: RunningApp) => (await app.window.askAgenda()).occurrences;
const titles = async (app: RunningApp): Promise<string[]> => (await meetings(app)).map(({ title }) => title);

async function pause(app: RunningApp, pausedAt: number | undefined): Promise<void> {
  const { feed } = await statusOf(app);
  const { calendars } = await app.window.ask('settings:get');
  await app.window.ask('settings:change', {
    calendars: { ...calendars, [feed.id]: { ...calendars[feed.id], pausedAt } },
  });
  await settle();
}

test('a paused calendar is not fetched: not in time, not by “Update all”, not after a restart', async () => {
  const computer = await following();
  const now = computer.clock.now();
  {
    await using app = await computer.start();
    await pause(app, now);
    const requests = computer.network.requests.length;
    await computer.clock.advance(2 * HOUR);
    await app.window.ask('feeds:refresh');
    await app.window.ask('feeds:refreshOne', (await statusOf(app)).feed.id);
    expect(computer.network.requests).toHaveLength(requests);
    expect((await statusOf(app)).health).toMatchObject({ nextTry: null, failure: null });
  }
  const requests = computer.network.requests.length;
  await using again = await computer.start();
  await settle();
  expect(computer.network.requests).toHaveLength(requests);
  expect(await titles(again)).toEqual(['Stand-up', 'Stand-up', 'Stand-up']);
});

test('its meetings stay, say that they are paused, and are not announced', async () => {
  const computer = await following();
  await using app = await computer.start();
  const since = computer.clock.now();
  await pause(app, since);
  const [meeting] = await meetings(app);
  expect(meeting).toMatchObject({
    isShown: true,
    isAnnounced: false,
    silencedBy: { kind: 'paused', since },
  });
  expect(await app.window.ask('reminders:story', meeting?.key ?? '')).toMatchObject({ silence: 'paused' });
  await computer.clock.advanceTo('2026-11-20T15:10:00Z');
  expect(app.notifier.notices).toEqual([]);
});

test('a meeting that another calendar has too is announced: that one is up to date', async () => {
  const computer = await following();
  computer.network.serve(moved, aCalendar([standUp]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', moved);
  await pause(app, computer.clock.now());
  await computer.clock.advanceTo('2026-11-20T14:55:00Z');
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Stand-up']);
});

test('the end of the pause fetches it at once, with everything that was decided', async () => {
  const computer = await following();
  await using app = await computer.start();
  const [first] = await meetings(app);
  await app.window.ask('skips:choose', first?.key ?? '', 'one');
  await pause(app, computer.clock.now());
  computer.network.serve(address, aCalendar([{ ...standUp, title: 'Daily' }]));
  await computer.clock.advance(2 * HOUR);
  expect(await titles(app)).not.toContain('Daily');
  await pause(app, undefined);
  await settle();
  expect(await titles(app)).toEqual(['Daily', 'Daily', 'Daily']);
  expect((await meetings(app))[0]?.skipped).toMatchObject({ scope: 'one' });
  expect((await statusOf(app)).health.nextTry).not.toBeNull();
});

test('before another address is used, the preview says how many of the meetings are there', async () => {
  const computer = await following([standUp, retro]);
  computer.network.serve(moved, aCalendar([standUp]));
  await using app = await computer.start();
  const { feed } = await statusOf(app);
  const preview = async (url: string) => {
    const found = await app.window.ask('feeds:preview', url, { followed: 'all', replaces: feed.id });
    return found.ok ? found.value.kept : found.problem.code;
  };
  expect(await preview(moved)).toEqual({ coming: 4, found: 3 });
  computer.network.serve(moved, aCalendar([{ ...retro, uid: 'other' }]));
  await computer.clock.advance(HOUR);
  expect(await preview(moved)).toEqual({ coming: 4, found: 0 });
  const added = await app.window.ask('feeds:preview', moved);
  expect(added.ok && added.value.kept).toBeNull();
});

test('another address keeps skips and reminders, and is taken back with the copy of before', async () => {
  const computer = await following();
  computer.network.serve(moved, aCalendar([{ ...standUp, title: 'Daily' }]));
  await using app = await computer.start();
  const before = (await statusOf(app)).feed;
  const [first] = await meetings(app);
  await app.window.ask('skips:choose', first?.key ?? '', 'one');
  await app.window.ask('reminders:choose', { scope: 'feed', of: before.id }, []);
  await app.window.ask('feeds:add', moved, { followed: 'all', replaces: before.id });
  const changed = await meetings(app);
  expect(changed.map(({ title }) => title)).toEqual(['Daily', 'Daily', 'Daily']);
  expect(changed[0]).toMatchObject({ key: first?.key, skipped: { scope: 'one' } });

  computer.network.fail(address, 500);
  expect(await app.window.ask('feeds:takeBackChange', before.id)).toMatchObject({ ok: true });
  await settle();
  expect((await statusOf(app)).feed).toEqual(before);
  expect(await titles(app)).toEqual(['Stand-up', 'Stand-up', 'Stand-up']);
  expect((await meetings(app))[0]?.skipped).toMatchObject({ scope: 'one' });
  expect(await app.window.ask('feeds:takeBackChange', before.id)).toMatchObject({ ok: false });
});

test('an address that does not answer changes nothing', async () => {
  const computer = await following();
  computer.network.fail(moved, 404);
  await using app = await computer.start();
  const before = await statusOf(app);
  const outcome = await app.window.ask('feeds:add', moved, { followed: 'all', replaces: before.feed.id });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'feed/notFound' } });
  expect((await statusOf(app)).feed).toEqual(before.feed);
  expect(await titles(app)).toEqual(['Stand-up', 'Stand-up', 'Stand-up']);
});
