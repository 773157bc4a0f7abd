import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** A calendar that is removed by mistake comes back as it was, until the app ends. */

const address = 'https://example.org/team.ics?token=s3cret';
const second = 'https://example.org/second.ics';
const standUp = {
  uid: 'stand-up',
  title: 'Stand-up',
  start: '2026-11-20T15:00:00Z',
  lines: ['RRULE:FREQ=DAILY', 'LOCATION:https://zoom.us/j/95680858961'],
};

async function following(): Promise<Computer> {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, aCalendar([standUp]), '"1"', 12 * HOUR);
  computer.network.serve(second, aCalendar([]), '"1"', 12 * HOUR);
  await using app = await computer.start();
  for (const one of [address, second]) await app.window.ask('feeds:add', one);
  return computer;
}

const idOf = async (app: RunningApp): Promise<string> =>
  (await app.window.ask('feeds:list')).find(({ feed }) => feed.format === 'ics')?.feed.id ?? '';

/** What the user sees of the calendars and their meetings. */
const seen = async (app: RunningApp) => ({
  feeds: await app.window.ask('feeds:list'),
  agenda: (await app.window.askAgenda()).occurrences,
  changes: await app.window.ask('changes:list'),
  settings: await app.window.ask('settings:get'),
});

const stored = (computer: Computer): string => JSON.stringify(computer.store.read('feeds'));

test('a removed calendar is restored with all that was chosen and known of it, without its server', async () => {
  const computer = await following();
  await using app = await computer.start();
  const id = await idOf(app);
  computer.network.serve(
    address,
    aCalendar([{ ...standUp, start: '2026-11-20T16:00:00Z' }]),
    '"2"',
    12 * HOUR,
  );
  await app.window.ask('feeds:refresh');
  const [first] = (await seen(app)).agenda;
  await app.window.ask('settings:change', { calendars: { [id]: { name: 'Ours', hue: 'pink' } } });
  await app.window.ask('reminders:choose', { scope: 'feed', of: id }, []);
  await app.window.ask('skips:choose', first?.key ?? '', 'one');
  await settle();
  const before = await seen(app);
  expect(before.changes).not.toEqual([]);
  const [section, files] = [stored(computer), computer.memory.names('/user/feeds')];

  computer.network.fail(address, 500);
  const requests = computer.network.requests.length;
  expect(await app.window.ask('feeds:remove', id)).toMatchObject({ ok: true });
  await settle();
  expect((await seen(app)).agenda).toEqual([]);
  expect(stored(computer)).not.toContain(id);
  await computer.clock.advance(MINUTE);
  expect(await app.window.ask('feeds:restore', id)).toMatchObject({ ok: true });
  await settle();
  expect(await seen(app)).toEqual(before);
  expect(stored(computer)).toBe(section);
  expect(computer.memory.names('/user/feeds')).toEqual(files);
  expect(computer.network.requests).toHaveLength(requests);
});

test('the restored calendar is stored: it is there after a restart', async () => {
  const computer = await following();
  {
    await using app = await computer.start();
    const id = await idOf(app);
    await app.window.ask('feeds:remove', id);
    await app.window.ask('feeds:restore', id);
  }
  computer.network.fail(address, 500);
  await using again = await computer.start();
  expect((await seen(again)).agenda).not.toEqual([]);
});

test('the end of the app makes a removal final', async () => {
  const computer = await following();
  const first = await computer.start();
  const id = await idOf(first);
  await first.window.ask('feeds:remove', id);
  await first[Symbol.asyncDispose]();
  expect(computer.memory.names('/user/feeds')).not.toContain(`${id}.ics`);
  await using again = await computer.start();
  expect(await again.window.ask('feeds:restore', id)).toMatchObject({ problem: { code: 'feed/unknown' } });
});

test('a calendar whose address the system keeps locked comes back locked, and can be unlocked', async () => {
  const computer = await following();
  computer.secrets.state = 'locked';
  await using app = await computer.start();
  const id = await idOf(app);
  const section = stored(computer);
  await app.window.ask('feeds:remove', id);
  await app.window.ask('feeds:restore', id);
  await settle();
  expect(stored(computer)).toBe(section);
  expect((await seen(app)).agenda).not.toEqual([]);
  computer.secrets.state = 'there';
  await app.window.ask('feeds:refreshOne', id);
  expect(computer.network.requests.at(-1)?.url).toBe(address);
});

test('pasted text comes back with its calendar', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  const text = 'Subject: Kite flyers\n\nWe meet every Thursday at 17:00 CET: https://zoom.us/j/95555555555\n';
  const added = await app.window.ask('feeds:add', text);
  const id = added.ok ? added.value.id : '';
  const before = [await seen(app), await app.window.ask('feeds:text', id)];
  await app.window.ask('feeds:remove', id);
  expect(await computer.memory.list('/user/pasted')).toEqual([]);
  await app.window.ask('feeds:restore', id);
  expect([await seen(app), await app.window.ask('feeds:text', id)]).toEqual(before);
});

test('a calendar that never answered is fetched when it is restored', async () => {
  const computer = await following();
  const names = computer.memory.names('/user/feeds').filter((name) => name.endsWith('.ics'));
  for (const name of names) await computer.memory.remove(`/user/feeds/${name}`);
  computer.network.fail(address, 500);
  await using app = await computer.start();
  await app.window.ask('feeds:refresh');
  expect((await seen(app)).agenda).toEqual([]);
  const id = await idOf(app);
  await app.window.ask('feeds:remove', id);
  computer.network.serve(address, aCalendar([standUp]), '"1"');
  await app.window.ask('feeds:restore', id);
  await computer.clock.advance(MINUTE);
  expect((await seen(app)).agenda).not.toEqual([]);
});

test('a calendar that was added again meanwhile is left as it is', async () => {
  const computer = await following();
  await using app = await computer.start();
  const id = await idOf(app);
  await app.window.ask('feeds:remove', id);
  await app.window.ask('feeds:add', address);
  const before = await seen(app);
  expect(await app.window.ask('feeds:restore', id)).toMatchObject({ ok: true });
  expect(await seen(app)).toEqual(before);
});
