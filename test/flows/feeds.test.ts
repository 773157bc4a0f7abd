import { expect, test } from 'vitest';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { settle } from '../fakes/fakeClock.ts';
import { aCalendar } from '../builders/aCalendar.ts';
import { HOUR, MINUTE } from '#base';

const address = 'https://example.org/team.ics?token=s3cret';
const standUp = { title: 'Stand-up', start: '2026-11-20T15:00:00Z' };
const planning = { title: 'Planning', start: '2026-11-21T15:00:00Z' };

async function computerWith(...events: Parameters<typeof aCalendar>[0]): Promise<Computer> {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, aCalendar(events), '"1"');
  return computer;
}

const titles = async (app: RunningApp): Promise<string[]> =>
  (await app.window.askAgenda()).occurrences.map((occurrence) => occurrence.title);

const health = async (app: RunningApp) => {
  const statuses = await app.window.ask('feeds:list');
  const found = statuses.find((status) => status.feed.format === 'ics');
  if (found === undefined) throw new Error('There is no such feed');
  return found.health;
};

test('every request of the contract has a handler, and none is left when the app has ended', async () => {
  const computer = await computerWith();
  const app = await computer.start();
  expect(app.window.unanswered).toEqual([]);
  await app[Symbol.asyncDispose]();
  expect(app.window.unanswered).not.toEqual([]);
  expect(computer.clock.waiting).toBe(0);
});

test('the catalogue is followed from the first start and cannot be removed', async () => {
  await using app = await (await computerWith()).start();
  const [status] = await app.window.ask('feeds:list');
  expect(status).toMatchObject({
    feed: { format: 'catalogue', followed: 'all' },
    maskedAddress: 'built in',
    health: { state: 'fresh' },
  });
  expect(await app.window.ask('feeds:remove', status?.feed.id ?? '')).toMatchObject({
    ok: false,
    problem: { code: 'feed/builtIn' },
  });
});

test('a pasted address has a preview before it is followed', async () => {
  await using app = await (await computerWith(standUp, planning)).start();
  const preview = await app.window.ask('feeds:preview', address);
  expect(preview).toMatchObject({ ok: true, value: { format: 'ics', name: 'Team', seriesCount: 2 } });
  expect(preview.ok && preview.value.next.map((one) => one.title)).toEqual(['Stand-up', 'Planning']);
  expect(await titles(app)).toEqual([]);
});

test('a community’s web page is followed like its text, and a later login page removes no meetings', async () => {
  const page = 'https://example.org/meetings';
  const computer = await computerWith();
  computer.network.serve(page, '<!doctype html><h1>Lamps</h1><p>We meet on Fridays at 14:00 UTC.</p>');
  await using app = await computer.start();
  expect(await app.window.ask('feeds:preview', page)).toMatchObject({
    ok: true,
    value: { format: 'markdown', seriesCount: 1 },
  });
  await app.window.ask('feeds:add', page);
  computer.network.serve(page, '<!doctype html><title>Sign in</title>');
  await app.window.ask('feeds:refresh');
  expect(await titles(app)).toContain('Lamps');
});

test('an added feed is in the agenda at once, sent to the window, and fetched once', async () => {
  const computer = await computerWith(standUp);
  await using app = await computer.start();
  await app.window.ask('feeds:preview', address.replace('https:', 'webcal:'));
  expect(await app.window.ask('feeds:add', address)).toMatchObject({ ok: true, value: { name: 'Team' } });
  expect(await titles(app)).toEqual(['Stand-up']);
  expect(app.window.agenda?.occurrences.map((one) => one.title)).toEqual(['Stand-up']);
  expect(app.window.feeds.map((one) => one.maskedAddress)).toContain('https://example.org/team.ics?…');
  expect(computer.network.requests).toHaveLength(1);
});

test('a feed is followed only once', async () => {
  await using app = await (await computerWith(standUp)).start();
  await app.window.ask('feeds:add', address);
  expect(await app.window.ask('feeds:add', ` ${address}#x `)).toMatchObject({
    ok: false,
    problem: { code: 'feed/known' },
  });
  expect(await app.window.ask('feeds:list')).toHaveLength(2);
});

test.each([
  ['feed/notFound', 404],
  ['feed/refused', 401],
  ['feed/refused', 403],
  ['feed/unreachable', 0],
  ['feed/tooLarge', 413],
  ['feed/serverTrouble', 502],
])('%s is told and changes nothing', async (code, status) => {
  const computer = await computerWith();
  computer.network.fail(address, status);
  await using app = await computer.start();
  expect(await app.window.ask('feeds:add', address)).toMatchObject({ ok: false, problem: { code } });
  expect(await app.window.ask('feeds:list')).toHaveLength(1);
});

test.each([
  ['feed/webPage', '<!doctype html><title>Log in</title>'],
  ['feed/empty', ''],
  ['feed/notCalendar', 'hello'],
])('an answer that is no calendar is told: %s', async (code, text) => {
  const computer = await computerWith();
  computer.network.serve(address, text);
  await using app = await computer.start();
  expect(await app.window.ask('feeds:preview', address)).toMatchObject({ ok: false, problem: { code } });
});

test('a calendar file is a feed; when it is deleted its meetings stay', async () => {
  const computer = await computerWith();
  computer.memory.put('/home/me/team.ics', aCalendar([standUp]));
  await using app = await computer.start();
  expect(await app.window.ask('feeds:add', '/home/me/none.ics')).toMatchObject({
    problem: { code: 'feed/noFile' },
  });
  expect(await app.window.ask('feeds:add', 'file:///home/me/team.ics')).toMatchObject({ ok: true });
  await computer.memory.remove('/home/me/team.ics');
  await app.window.ask('feeds:refresh');
  expect(await titles(app)).toEqual(['Stand-up']);
  expect(await health(app)).toMatchObject({ state: 'failing', failure: { code: 'feed/noFile' } });
});

test('without a network yesterday’s agenda is shown at once', async () => {
  const computer = await computerWith(standUp);
  {
    await using app = await computer.start();
    await app.window.ask('feeds:add', address);
  }
  computer.network.isOnline = false;
  await using app = await computer.start();
  expect(await titles(app)).toEqual(['Stand-up']);
  expect(await health(app)).toMatchObject({
    state: 'stale',
    lastSuccess: Date.parse('2026-11-20T09:00:00Z'),
  });
  expect(computer.memory.names('/user/feeds').join(' ')).not.toContain('example');
});

test('the server is asked every quarter of an hour, with validators', async () => {
  const computer = await computerWith(standUp);
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  await computer.clock.advance(15 * MINUTE);
  computer.network.serve(address, aCalendar([standUp, planning]), '"2"');
  await computer.clock.advance(15 * MINUTE);
  expect(computer.network.requests.map((request) => request.etag)).toEqual([null, '"1"', '"1"']);
  expect(await titles(app)).toEqual(['Stand-up', 'Planning']);
});

test('validators are also sent after a restart', async () => {
  const computer = await computerWith(standUp);
  {
    await using app = await computer.start();
    await app.window.ask('feeds:add', address);
  }
  await using app = await computer.start();
  expect(computer.network.requests.at(-1)?.etag).toBe('"1"');
  expect(await titles(app)).toEqual(['Stand-up']);
});

test.each([
  ['a login page', '<html><body>Log in</body></html>', 'feed/webPage'],
  ['nothing', '', 'feed/empty'],
  ['no meetings at all', aCalendar([]), 'feed/lostEverything'],
  ['half a calendar', aCalendar([standUp, planning]).slice(0, 300), 'feed/cutOff'],
])('when a server suddenly gives %s, the last good meetings stay', async (_, text, code) => {
  const computer = await computerWith(standUp, planning);
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  computer.network.serve(address, text);
  await app.window.ask('feeds:refresh');
  expect(await titles(app)).toEqual(['Stand-up', 'Planning']);
  expect(await health(app)).toMatchObject({ state: 'failing', failure: { code } });
});

test('retries back off, and a good reply ends them', async () => {
  const computer = await computerWith(standUp);
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  computer.network.isOnline = false;
  await app.window.ask('feeds:refresh');
  const asked = computer.network.requests.length;
  await computer.clock.advance(1 * MINUTE);
  await computer.clock.advance(2 * MINUTE);
  expect(computer.network.requests.length - asked).toBe(2);
  await computer.clock.advance(24 * HOUR);
  expect(computer.network.requests.length - asked).toBeLessThan(14);
  computer.network.isOnline = true;
  await computer.clock.advance(6 * HOUR);
  expect(await health(app)).toMatchObject({ state: 'fresh', failure: null });
});

test('waking up refreshes at once', async () => {
  const computer = await computerWith(standUp);
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  await computer.power.resume();
  expect(computer.network.requests).toHaveLength(2);
});

test('a newer refresh replaces one that hangs', async () => {
  const computer = await computerWith(standUp);
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  computer.network.hang(address);
  const hanging = app.window.ask('feeds:refresh');
  await settle();
  expect(await health(app)).toMatchObject({ state: 'syncing' });
  computer.network.serve(address, aCalendar([planning]), '"2"');
  await app.window.ask('feeds:refresh');
  await hanging;
  expect(await titles(app)).toEqual(['Planning']);
  expect(await health(app)).toMatchObject({ state: 'fresh' });
});

test('quitting does not wait for a server that hangs', async () => {
  const computer = await computerWith(standUp);
  const app = await computer.start();
  await app.window.ask('feeds:add', address);
  computer.network.hang(address);
  const hanging = app.window.ask('feeds:refresh');
  await settle();
  await app[Symbol.asyncDispose]();
  await hanging;
  expect(computer.clock.waiting).toBe(0);
});

test('only followed meetings are in the agenda', async () => {
  const computer = await computerWith({ ...standUp, uid: 'a' }, { ...planning, uid: 'b' });
  await using app = await computer.start();
  const added = await app.window.ask('feeds:add', address);
  const id = added.ok ? added.value.id : '';
  expect(await app.window.ask('feeds:follow', id, ['b'])).toEqual({ ok: true, value: null });
  expect(await titles(app)).toEqual(['Planning']);
  expect(await app.window.ask('feeds:follow', 'none', 'all')).toMatchObject({
    problem: { code: 'feed/unknown' },
  });
});

test('a removed feed leaves nothing behind, and has the same id when it is added again', async () => {
  const computer = await computerWith(standUp);
  await using app = await computer.start();
  const added = await app.window.ask('feeds:add', address);
  const id = added.ok ? added.value.id : '';
  expect(await app.window.ask('feeds:remove', id)).toMatchObject({ ok: true });
  await settle();
  expect(await titles(app)).toEqual([]);
  expect(computer.memory.names('/user/feeds')).toEqual([]);
  expect(await app.window.ask('feeds:add', address)).toMatchObject({ ok: true, value: { id } });
});

test('the log contains no address', async () => {
  const computer = await computerWith(standUp);
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  computer.network.fail(address, 500);
  await app.window.ask('feeds:refresh');
  expect(app.log.join('\n')).toContain('feed/serverTrouble');
  expect(app.log.join('\n')).not.toMatch(/example|s3cret/);
});
