import { expect, test } from 'vitest';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const room = 'https://zoom.us/j/95680858961?pwd=AbC';

async function computerAt(now: string): Promise<Computer> {
  const computer = new Computer(now);
  computer.network.serve(
    address,
    aCalendar([{ title: 'kOps', start: '2026-11-20T17:00:00Z', lines: [`LOCATION:${room}`] }]),
  );
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

test('a second start shows the window; a start with the computer does not', async () => {
  await using app = await (await computerAt('2026-11-20T16:50:00Z')).start();
  app.launches.startAgain('--hidden');
  expect(app.desktop.routes).toEqual([]);
  app.launches.startAgain();
  expect(app.desktop.routes).toEqual([null]);
});

test('a link that joins opens no room before the user confirms', async () => {
  await using app = await (await computerAt('2026-11-20T16:50:00Z')).start();
  const key = (await app.window.askAgenda()).occurrences[0]?.key ?? '';
  app.launches.startAgain('office-hours://join-next');
  await settle();
  expect(app.desktop.opened).toEqual([]);
  expect(app.desktop.routes).toEqual([{ screen: 'agenda', occurrenceKey: key }]);
  expect(await app.window.ask('question:get')).toEqual({ kind: 'join', keys: [key] });

  await app.window.ask('join:open', key, null);
  await app.window.ask('question:close');
  expect(app.desktop.opened).toEqual([room]);
  expect(app.window.received('question:changed').at(-1)).toBeNull();
});

test('a link that joins reports if no meeting can be joined', async () => {
  await using app = await (await computerAt('2026-11-20T09:00:00Z')).start();
  app.launches.startAgain('office-hours://join-next');
  expect(await app.window.ask('question:get')).toEqual({ kind: 'join', keys: [] });
});

test('a link to a note begins one without a meeting if none is near', async () => {
  await using app = await (await computerAt('2026-11-20T09:00:00Z')).start();
  app.launches.startAgain('office-hours://note');
  expect(app.desktop.routes).toEqual([{ screen: 'notes', occurrenceKey: null, isNewNote: true }]);
});

test('a link to a note opens the note of a meeting that begins soon', async () => {
  await using app = await (await computerAt('2026-11-20T16:49:00Z')).start();
  const key = (await app.window.askAgenda()).occurrences[0]?.key ?? '';
  app.launches.startAgain('office-hours://note');
  expect(app.desktop.routes).toEqual([{ screen: 'notes', occurrenceKey: key }]);
});

test('a notification of an earlier run shows its meeting, or the next meeting if it has no id', async () => {
  const computer = await computerAt('2026-11-20T16:49:00Z');
  const before = await computer.start();
  await computer.clock.advance(60_000);
  const { id } = before.notifier.notices[0]!;
  const key = (await before.window.askAgenda()).occurrences[0]?.key;
  await before[Symbol.asyncDispose]();

  await using app = await computer.start();
  app.launches.pressNotice(id);
  app.launches.pressNotice(null);
  app.launches.pressNotice('of a meeting that is gone');
  expect(app.desktop.routes).toEqual([
    { screen: 'agenda', occurrenceKey: key },
    { screen: 'agenda', occurrenceKey: key },
    { screen: 'agenda', occurrenceKey: null },
  ]);
});

test('a link to a calendar shows its preview; following is up to the user', async () => {
  await using app = await (await computerAt('2026-11-20T09:00:00Z')).start();
  const other = 'https://example.org/other.ics';
  app.launches.startAgain(`office-hours://follow?feed=${encodeURIComponent(other)}`);
  await settle();
  expect(app.desktop.routes).toEqual([{ screen: 'feeds', occurrenceKey: null }]);
  expect(await app.window.ask('question:get')).toEqual({ kind: 'follow', address: other });
  expect((await app.window.ask('feeds:list')).map(({ feed }) => feed.source)).not.toContainEqual({
    kind: 'web',
    url: other,
  });
});

test('an unknown link is reported and has no effect', async () => {
  await using app = await (await computerAt('2026-11-20T09:00:00Z')).start();
  app.launches.startAgain('office-hours://follow?community=nosuch');
  expect(await app.window.ask('question:get')).toMatchObject({ kind: 'followCommunity' });
  // What is asked would cover the problem.
  app.launches.startAgain('office-hours://follow?feed=file:///etc/passwd');
  expect((await app.window.ask('app:problems')).map(({ code }) => code)).toContain('link/misunderstood');
  expect(await app.window.ask('question:get')).toBeNull();
});

test('“Join next” of the desktop’s menu joins at once', async () => {
  await using app = await (await computerAt('2026-11-20T16:50:00Z')).start();
  app.launches.startAgain('--join-next');
  await settle();
  expect(app.desktop.opened).toEqual([room]);
  expect(await app.window.ask('question:get')).toBeNull();
});

test('“Join next” shows the agenda while nothing can be joined', async () => {
  await using app = await (await computerAt('2026-11-20T09:00:00Z')).start();
  app.launches.startAgain('--join-next');
  await settle();
  expect(app.desktop.opened).toEqual([]);
  expect(app.desktop.routes).toEqual([{ screen: 'agenda', occurrenceKey: null }]);
});
