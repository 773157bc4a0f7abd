import { expect, test } from 'vitest';
import type { Feed } from '#core/feeds/feed.ts';
import { createFeedReader, createNodeFeedStore } from '#main/adapters/threads/feedReader.ts';
import { createFeedThread } from '#main/adapters/threads/feedThread.ts';
import type { FeedReader } from '#main/ports/feedReader.ts';
import { createSignal, DAY, HOUR, MINUTE, success } from '#base';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const team = (count: number): EventWish[] =>
  Array.from({ length: count }, (_, day) => ({
    title: `Meeting ${day + 1}`,
    start: new Date(Date.parse('2026-11-21T15:00:00Z') + day * DAY).toISOString(),
  }));

/** A computer on which a calendar with so many meetings is followed. */
async function following(events: readonly EventWish[], freshForMs: number | null = null) {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, aCalendar(events), '"1"', freshForMs);
  const app = await computer.start();
  const added = await app.window.ask('feeds:add', address);
  const id = added.ok ? added.value.id : '';
  return { computer, app, id, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

const titles = async (app: RunningApp): Promise<string[]> =>
  (await app.window.askAgenda()).occurrences.map(({ title }) => title);

const isAt = ({ source }: Feed, url: string): boolean => source.kind === 'web' && source.url === url;

const health = async (app: RunningApp, wanted = address) => {
  const found = (await app.window.ask('feeds:list')).find(({ feed }) => isAt(feed, wanted));
  if (found === undefined) throw new Error('There is no such feed');
  return found.health;
};

/** The computer sleeps so long: days pass without the work of their hours. */
async function sleepFor({ clock, power }: Computer, ms: number): Promise<void> {
  clock.jumpTo(new Date(clock.now() + ms).toISOString());
  await power.resume();
}

const requestsTo = ({ network }: Computer, url = address): number =>
  network.requests.filter((request) => request.url === url).length;

test('a server that declares its reply fresh for an hour is asked after an hour', async () => {
  await using run = await following(team(1), HOUR);
  await run.computer.clock.advance(59 * MINUTE);
  expect(requestsTo(run.computer)).toBe(1);
  await run.computer.clock.advance(MINUTE);
  expect(requestsTo(run.computer)).toBe(2);
});

test('a calendar with a refresh interval of six minutes is read that often, also after 304', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const text = aCalendar(team(1)).replace('PRODID', 'REFRESH-INTERVAL;VALUE=DURATION:PT6M\r\nPRODID');
  computer.network.serve(address, text, '"1"');
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  await computer.clock.advance(18 * MINUTE);
  expect(requestsTo(computer)).toBe(4);
});

test('Retry-After is respected, except for a refresh by the user', async () => {
  await using run = await following(team(1));
  const { computer, app } = run;
  computer.network.fail(address, 503, 2 * HOUR);
  await app.window.ask('feeds:refresh');
  expect(await health(app)).toMatchObject({
    failure: { code: 'feed/serverTrouble' },
    nextTry: computer.clock.now() + 2 * HOUR,
  });
  const asked = requestsTo(computer);
  await computer.power.resume();
  await computer.network.comesBack();
  await computer.clock.advance(119 * MINUTE);
  expect(requestsTo(computer)).toBe(asked);
  await app.window.ask('feeds:refresh');
  expect(requestsTo(computer)).toBe(asked + 1);
});

test('when the network is back, feeds are refreshed at once', async () => {
  await using run = await following(team(1));
  const { computer, app } = run;
  computer.network.isOnline = false;
  await app.window.ask('feeds:refresh');
  expect(await health(app)).toMatchObject({ state: 'stale' });
  await computer.network.comesBack();
  expect(await health(app)).toMatchObject({ state: 'fresh', failure: null });
});

test('when one server is reachable again, the other feeds are retried', async () => {
  await using run = await following(team(1));
  const { computer, app } = run;
  const other = 'https://example.com/other.ics';
  computer.network.serve(other, aCalendar(team(1)), '"1"');
  await app.window.ask('feeds:add', other);
  computer.network.isOnline = false;
  await computer.clock.advance(30 * MINUTE);
  expect([await health(app), await health(app, other)]).toMatchObject([
    { state: 'stale' },
    { state: 'stale' },
  ]);
  computer.network.isOnline = true;
  const next = Math.min(...[await health(app), await health(app, other)].map((one) => one.nextTry ?? 0));
  await computer.clock.advance(next - computer.clock.now());
  expect([await health(app), await health(app, other)]).toMatchObject([
    { state: 'fresh' },
    { state: 'fresh' },
  ]);
});

test('each server gets one request at a time; other servers do not wait for it', async () => {
  await using run = await following(team(1));
  const { computer, app } = run;
  const [second, elsewhere] = ['https://example.org/second.ics', 'https://example.com/a.ics'];
  for (const url of [second, elsewhere]) {
    computer.network.serve(url, aCalendar(team(1)));
    await app.window.ask('feeds:add', url);
  }
  computer.network.hang(address);
  const before = [requestsTo(computer, second), requestsTo(computer, elsewhere)];
  const refreshing = app.window.ask('feeds:refresh');
  await settle();
  expect([requestsTo(computer, second), requestsTo(computer, elsewhere)]).toEqual([
    before[0],
    (before[1] ?? 0) + 1,
  ]);
  computer.network.serve(address, aCalendar(team(1)));
  const again = app.window.ask('feeds:refresh');
  await Promise.all([refreshing, again]);
  expect(requestsTo(computer, second)).toBe((before[0] ?? 0) + 1);
});

test('a preview waits for its server too, ahead of queued requests', async () => {
  await using run = await following(team(1));
  const { computer, app } = run;
  const [second, fresh] = ['https://example.org/second.ics', 'https://example.org/new.ics'];
  computer.network.serve(second, aCalendar(team(1)));
  computer.network.serve(fresh, aCalendar(team(1)));
  await app.window.ask('feeds:add', second);
  computer.network.hang(address);
  const refreshing = app.window.ask('feeds:refresh');
  const previewing = app.window.ask('feeds:preview', fresh);
  await settle();
  expect(requestsTo(computer, fresh)).toBe(0);
  computer.network.serve(address, aCalendar(team(1)));
  const again = app.window.ask('feeds:refresh');
  await Promise.all([refreshing, again, previewing]);
  const order = computer.network.requests.map(({ url }) => url);
  expect(order.indexOf(fresh)).toBeLessThan(order.lastIndexOf(second));
});

test('a server that replies 304 to a first request is reported', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.sayUnchanged(address);
  await using app = await computer.start();
  expect(await app.window.ask('feeds:preview', address)).toMatchObject({
    ok: false,
    problem: { code: 'feed/unexpected' },
  });
});

test('a feed that is removed and added again keeps its copy', async () => {
  await using run = await following(team(1));
  const { computer, app, id } = run;
  await Promise.all([app.window.ask('feeds:remove', id), app.window.ask('feeds:add', address)]);
  await app.window.ask('feeds:add', address);
  await settle();
  expect(computer.memory.names('/user/feeds')).toEqual([`${id}.ics`, `${id}.json`]);
});

test('shortly before a meeting its feed is refreshed, so that its reminder has the new room', async () => {
  const meeting = { title: 'Stand-up', start: '2026-11-20T15:00:00Z' };
  await using run = await following([meeting], DAY);
  const { computer, app } = run;
  const moved = { ...meeting, lines: ['LOCATION:https://meet.google.com/abc-defg-hij'] };
  computer.network.serve(address, aCalendar([moved]), '"2"', DAY);
  await computer.clock.advanceTo('2026-11-20T14:49:00Z');
  expect(requestsTo(computer)).toBe(1);
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  expect(requestsTo(computer)).toBe(2);
  expect(app.notifier.notices).toMatchObject([{ body: expect.stringContaining('Google Meet') }]);
  await computer.clock.advanceTo('2026-11-20T15:30:00Z');
  expect(requestsTo(computer)).toBe(3);
});

test('a calendar file is read again when it changes', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.memory.put('/home/me/team.ics', aCalendar(team(1)));
  await using app = await computer.start();
  await app.window.ask('feeds:add', '/home/me/team.ics');
  computer.memory.put('/home/me/team.ics', aCalendar(team(2)));
  await settle();
  expect(await titles(app)).toEqual(['Meeting 1', 'Meeting 2']);
});

test('a copy that lost most of its meetings is not accepted until the user confirms', async () => {
  await using run = await following(team(6));
  const { computer, app, id } = run;
  computer.network.serve(address, aCalendar(team(2)), '"2"');
  await app.window.ask('feeds:refresh');
  expect(await titles(app)).toHaveLength(6);
  expect(await health(app)).toMatchObject({
    state: 'failing',
    failure: { code: 'feed/lostMost', title: 'The calendar suddenly holds 2 meetings instead of 6' },
    doubt: { seriesCount: 2, usedFrom: computer.clock.now() + 3 * DAY },
  });
  expect(await app.window.ask('feeds:accept', id)).toEqual({ ok: true, value: null });
  expect(await titles(app)).toHaveLength(2);
  expect(await health(app)).toMatchObject({ state: 'fresh', failure: null, doubt: null });
  await computer.clock.advance(HOUR);
  expect(await health(app)).toMatchObject({ state: 'fresh', failure: null });
  expect(await app.window.ask('feeds:accept', 'none')).toMatchObject({ ok: false });
});

test('a calendar that was really emptied is accepted after three days, also across restarts', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, aCalendar(team(20)), '"1"');
  {
    await using app = await computer.start();
    await app.window.ask('feeds:add', address);
    computer.network.serve(address, aCalendar([]), '"2"');
    await app.window.ask('feeds:refresh');
    await sleepFor(computer, 2 * DAY);
    expect(await titles(app)).not.toEqual([]);
  }
  await using app = await computer.start();
  expect(await health(app)).toMatchObject({
    failure: { code: 'feed/lostEverything' },
    doubt: { seriesCount: 0, usedFrom: Date.parse('2026-11-23T09:00:00Z') },
  });
  expect(await titles(app)).not.toEqual([]);
  await sleepFor(computer, DAY + 7 * HOUR);
  expect(await titles(app)).toEqual([]);
  expect(await health(app)).toMatchObject({ state: 'fresh', doubt: null });
});

test('a calendar that is complete again is accepted, and a later doubt starts from zero', async () => {
  await using run = await following(team(20));
  const { computer, app } = run;
  computer.network.serve(address, aCalendar([]), '"2"');
  await app.window.ask('feeds:refresh');
  await sleepFor(computer, 2 * DAY);
  computer.network.serve(address, aCalendar(team(20)), '"1"');
  await app.window.ask('feeds:refresh');
  expect(await health(app)).toMatchObject({ state: 'fresh', doubt: null });
  computer.network.serve(address, aCalendar([]), '"2"');
  await app.window.ask('feeds:refresh');
  await sleepFor(computer, 2 * DAY);
  expect(await health(app)).toMatchObject({ failure: { code: 'feed/lostEverything' } });
});

test('a meeting of two feeds is one row and one reminder, and its note is found by either key', async () => {
  const meeting = { uid: 'kops@example.org', title: 'kOps Office Hours', start: '2026-11-20T15:00:00Z' };
  await using run = await following([meeting]);
  const { computer, app } = run;
  const alone = (await app.window.askAgenda()).occurrences[0];
  const note = await app.window.ask('notes:openFor', alone?.key ?? '');
  if (note.ok) await app.window.ask('notes:save', { ...note.value, body: 'Ask about upgrades.\n' });

  const other = 'https://example.com/all.ics';
  computer.network.serve(other, aCalendar([meeting], 'All meetings'));
  await app.window.ask('feeds:add', other);
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.map(({ sources }) => sources.map(({ feedName }) => feedName).toSorted())).toEqual([
    ['All meetings', 'Team'],
  ]);
  for (const { key } of occurrences[0]?.sources ?? [])
    expect(await app.window.ask('notes:openFor', key)).toMatchObject({
      ok: true,
      value: { body: 'Ask about upgrades.\n' },
    });

  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  expect(app.notifier.notices).toHaveLength(1);
  // Whichever of the two goes away, the meeting was announced.
  for (const { feed } of await app.window.ask('feeds:list'))
    if (isAt(feed, other)) await app.window.ask('feeds:remove', feed.id);
  await computer.clock.advance(MINUTE);
  expect(app.notifier.notices).toHaveLength(1);
});

test('a preview warns of an unencrypted address', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve('http://example.org/open.ics', aCalendar(team(1)));
  await using app = await computer.start();
  expect(await app.window.ask('feeds:preview', 'http://example.org/open.ics')).toMatchObject({
    ok: true,
    value: { problems: [{ code: 'feed/unprotected' }] },
  });
});

test('the id of a Google calendar is enough, and its 404 explains what to do', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  const id = 'team@group.calendar.google.com';
  expect(await app.window.ask('feeds:preview', id)).toMatchObject({
    problem: { code: 'feed/notFound', title: 'Google says that this address is gone (404)' },
  });
  const publicly =
    'https://calendar.google.com/calendar/ical/team%40group.calendar.google.com/public/basic.ics';
  computer.network.serve(publicly, aCalendar(team(1)));
  expect(await app.window.ask('feeds:add', id)).toMatchObject({
    ok: true,
    value: { source: { kind: 'web', url: publicly } },
  });
});

test('the app behaves the same with and without a worker thread', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const script = new URL('../../src/main/adapters/threads/feedWorker.ts', import.meta.url);
  computer.newReader = () => createFeedThread(script, () => undefined);
  computer.network.serve(address, aCalendar(team(3)), '"1"');
  {
    await using app = await computer.start();
    await app.window.ask('feeds:add', address);
    expect(await titles(app)).toEqual(['Meeting 1', 'Meeting 2', 'Meeting 3']);
  }
  computer.network.isOnline = false;
  await using app = await computer.start();
  expect(await titles(app)).toEqual(['Meeting 1', 'Meeting 2', 'Meeting 3']);
});

/** A reader that can lose everything it holds, as a thread that dies does. */
function losingReader() {
  const shelves = [createNodeFeedStore(), createNodeFeedStore(1_000)];
  const lost = createSignal();
  const shelf = () => shelves[0] ?? createNodeFeedStore(2_000);
  const reader: FeedReader = {
    ...createFeedReader(),
    read: async (feed) => success(shelf().read(feed)),
    agenda: async (...question) => shelf().agenda(...question),
    release: (handle) => shelf().release(handle),
    onLost: (callback) => lost.on(callback),
  };
  return {
    reader,
    lose: async () => {
      shelves.shift();
      lost.emit();
      await settle();
    },
  };
}

test('when the worker dies, everything is read again from disk', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const { reader, lose } = losingReader();
  computer.newReader = () => reader;
  computer.network.serve(address, aCalendar(team(3)), '"1"');
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  computer.network.isOnline = false;
  await lose();
  expect(await titles(app)).toEqual(['Meeting 1', 'Meeting 2', 'Meeting 3']);
  expect(await health(app)).toMatchObject({ state: 'fresh', seriesCount: 3 });
  computer.network.isOnline = true;
  await app.window.ask('feeds:refresh');
  expect(computer.network.requests.at(-1)?.etag).toBe('"1"');
});
