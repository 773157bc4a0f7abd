import { expect, test } from 'vitest';
import { changeId } from '#core/feeds/seriesChange.ts';
import { DAY, MINUTE } from '#base';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const at = (day: string, wish: Partial<EventWish> = {}): EventWish => ({
  title: 'Stand-up',
  uid: 'a',
  start: `2026-11-${day}T15:00:00Z`,
  ...wish,
});
let version = 0;

/** The calendar becomes this one, and the app reads it. */
async function becomes(computer: Computer, app: RunningApp, ...events: EventWish[]): Promise<void> {
  version += 1;
  computer.network.serve(address, aCalendar(events), `"${version}"`);
  await app.window.ask('feeds:refresh');
  await settle();
}

async function following(...events: EventWish[]): Promise<Computer> {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  computer.network.serve(address, aCalendar(events), '"first"');
  await app.window.ask('feeds:add', address);
  return computer;
}

const log = async (app: RunningApp): Promise<unknown[]> =>
  (await app.window.ask('changes:list')).map(({ what, title, before, after }) => [
    what,
    title,
    before,
    after,
  ]);

test('moved, renamed, cancelled and restored series are listed with old and new values, also after a restart', async () => {
  const computer = await following(at('24'));
  {
    await using app = await computer.start();
    await becomes(computer, app, at('24', { start: '2026-11-24T15:30:00Z' }));
    await becomes(computer, app, at('24', { start: '2026-11-24T15:30:00Z', title: 'Daily' }));
    const daily = at('24', { start: '2026-11-24T15:30:00Z', title: 'Daily' });
    await becomes(computer, app, { ...daily, lines: ['STATUS:CANCELLED'] });
    await becomes(computer, app, daily);
  }
  await using app = await computer.start();
  expect(await log(app)).toEqual([
    ['moved', 'Stand-up', '2026-11-24T15:00:00.000Z', '2026-11-24T15:30:00.000Z'],
    ['renamed', 'Daily', 'Stand-up', 'Daily'],
    ['cancelled', 'Daily', '2026-11-24T15:30:00.000Z', null],
    ['back', 'Daily', null, '2026-11-24T15:30:00.000Z'],
  ]);
});

test('changes made while the app was closed are found at its start', async () => {
  const computer = await following(at('24'), at('25', { uid: 'b', title: 'Review' }));
  computer.network.serve(address, aCalendar([at('25', { uid: 'b', title: 'Review' })]), '"later"');
  await using app = await computer.start();
  await settle();
  expect(await log(app)).toEqual([['cancelled', 'Stand-up', '2026-11-24T15:00:00.000Z', null]]);
});

test('a calendar that renames all its events at each download is limited to its share of the log', async () => {
  const events = (name: string): EventWish[] =>
    Array.from({ length: 30 }, (_, index) => at('24', { uid: `${index}`, title: `${name} ${index}` }));
  const computer = await following(...events('first'));
  await using app = await computer.start();
  for (const name of ['a', 'b', 'c', 'd', 'e']) await becomes(computer, app, ...events(name));
  expect(await log(app)).toHaveLength(100);
});

test('new UIDs alone are no change, and dismissed changes stay dismissed', async () => {
  const computer = await following(at('24'));
  await using app = await computer.start();
  await becomes(computer, app, at('24', { uid: 'other' }));
  expect(await log(app)).toEqual([]);
  await becomes(computer, app, at('24', { uid: 'other', start: '2026-11-25T15:00:00Z' }));
  const [change] = await app.window.ask('changes:list');
  expect(change).toMatchObject({ what: 'moved', isPutAway: false });
  await app.window.ask('changes:dismiss', change === undefined ? [] : [changeId(change)], true);
  expect(await app.window.ask('changes:list')).toMatchObject([{ isPutAway: true }]);
});

test('a change is dropped after 60 days, or with its feed', async () => {
  const computer = await following(at('24'));
  await using app = await computer.start();
  await becomes(computer, app, at('25'));
  const [change] = await app.window.ask('changes:list');
  await computer.clock.advance(MINUTE);
  await app.window.ask('feeds:remove', change?.feedId ?? '');
  expect(await log(app)).toEqual([]);
  expect((change?.at ?? 0) + 60 * DAY).toBeGreaterThan(computer.clock.now());
});
