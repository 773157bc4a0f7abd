import { expect, test } from 'vitest';
import { z } from 'zod';
import { aCalendar } from '../builders/aCalendar.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';

/** A computer on which a calendar with one meeting is followed. */
async function followingComputer(): Promise<Computer> {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z' }]), '"1"');
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const titles = async (app: RunningApp): Promise<string[]> =>
  (await app.window.askAgenda()).occurrences.map((occurrence) => occurrence.title);

test('a damaged copy is set aside, reported, and fetched again', async () => {
  const computer = await followingComputer();
  const name = computer.memory.names('/user/feeds').find((one) => one.endsWith('.ics')) ?? '';
  computer.memory.put(`/user/feeds/${name}`, '\u0000\u0000\u0000');
  await using app = await computer.start();
  expect((await app.window.ask('app:problems')).map((problem) => problem.code)).toEqual(['feed/damagedCopy']);
  expect(computer.memory.text(`/user/feeds/${name}.damaged`)).toBe('\u0000\u0000\u0000');
  expect(await titles(app)).toEqual(['Stand-up']);
});

test('a feed with a damaged copy shows no meetings while its server cannot be reached', async () => {
  const computer = await followingComputer();
  const name = computer.memory.names('/user/feeds').find((one) => one.endsWith('.ics')) ?? '';
  computer.memory.put(`/user/feeds/${name}`, '\u0000\u0000\u0000');
  computer.network.isOnline = false;
  await using app = await computer.start();
  const health = (await app.window.ask('feeds:list')).find(({ feed }) => feed.source.kind === 'web')?.health;
  expect(health).toMatchObject({ state: 'failing', seriesCount: null, lastSuccess: null });
  expect(health?.failure?.detail).not.toMatch(/stay|last good/);
});

test('damaged validators cost one full download only', async () => {
  const computer = await followingComputer();
  const name = computer.memory.names('/user/feeds').find((one) => one.endsWith('.json')) ?? '';
  computer.memory.put(`/user/feeds/${name}`, '{"version":1,');
  await using app = await computer.start();
  expect(await app.window.ask('app:problems')).toEqual([]);
  expect(computer.network.requests.at(-1)?.etag).toBeNull();
  expect(await titles(app)).toEqual(['Stand-up']);
});

test('feeds that cannot be read from the configuration are kept beside it and reported; the others work', async () => {
  const computer = await followingComputer();
  const stored = z.object({ feeds: z.array(z.unknown()) }).parse(computer.store.read('feeds'));
  computer.store.write('feeds', { version: 1, feeds: [...stored.feeds, { id: 7 }] });
  await using app = await computer.start();
  expect(await titles(app)).toEqual(['Stand-up']);
  expect((await app.window.ask('app:problems')).map((problem) => problem.code)).toEqual(['feeds/damaged']);
  expect(computer.memory.names('/user')).toContain('feeds.damaged-2026-11-20T09-00-00-000Z.json');
});

test('a file that the store set aside is reported', async () => {
  const computer = await followingComputer();
  computer.store.problems = [
    { code: 'store/damaged', title: 'The settings were damaged', detail: 'They were kept.' },
  ];
  await using app = await computer.start();
  expect((await app.window.ask('app:problems')).map((problem) => problem.code)).toEqual(['store/damaged']);
});

test('choices of an unknown format are reported and kept beside the new ones', async () => {
  const computer = await followingComputer();
  const unknown = { version: 7, weeks: [{ feedId: 'a' }] };
  computer.store.write('facts', unknown);
  const met = {
    title: 'Met',
    start: '2026-11-20T07:00:00Z',
    lines: ['LOCATION:https://zoom.us/j/95555555555'],
  };
  computer.network.serve(address, aCalendar([met]), '"2"');
  await using app = await computer.start();
  expect(computer.store.read('facts')).toMatchObject({ lastRooms: [{}], damaged: unknown });
  expect((await app.window.ask('app:problems')).map(({ code }) => code)).toContain('choices/weeksDamaged');
});
