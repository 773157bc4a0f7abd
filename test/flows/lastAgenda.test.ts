import { expect, test } from 'vitest';
import { HOUR, SECOND } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { FakeWindow } from '../fakes/fakeWindow.ts';
import { Computer } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const NOW = '2026-11-20T09:00:00Z';

async function afterOneRun(): Promise<Computer> {
  const computer = new Computer(NOW);
  computer.network.serve(
    address,
    aCalendar([
      { title: 'Standup', start: '2026-11-20T10:00:00Z' },
      { title: 'Review', start: '2026-11-20T15:00:00Z' },
    ]),
  );
  await using app = await computer.start();
  expect(await app.window.ask('agenda:last')).toBeNull();
  await app.window.ask('feeds:add', address);
  return computer;
}

const titles = async (computer: Computer): Promise<readonly string[] | null> => {
  await using app = await computer.start();
  return (await app.window.ask('agenda:last'))?.occurrences.map(({ title }) => title) ?? null;
};

test('the next start knows the next meetings before a calendar is read', async () => {
  expect(await titles(await afterOneRun())).toEqual(['Standup', 'Review']);
});

test('meetings that ended meanwhile are left out, and nothing is left in the end', async () => {
  const computer = await afterOneRun();
  await computer.clock.advance(3 * HOUR);
  expect(await titles(computer)).toEqual(['Review']);
});

test('nothing is shown of it after a change of the zone, or if the file is damaged', async () => {
  const computer = await afterOneRun();
  computer.clock.moveTo('Asia/Tokyo');
  expect(await titles(computer)).toBeNull();
  const damaged = await afterOneRun();
  await damaged.files.write(`${damaged.folders.userData}/lastAgenda.json`, '{"zone":');
  expect(await titles(damaged)).toBeNull();
});

test('a removed calendar leaves it', async () => {
  const computer = await afterOneRun();
  {
    await using app = await computer.start();
    const status = (await app.window.ask('feeds:list')).find(({ feed }) => feed.source.kind === 'web');
    await app.window.ask('feeds:remove', status?.feed.id ?? '');
  }
  expect(await titles(computer)).toBeNull();
});

/** Starts with a window, which has drawn nothing yet. */
async function startUndrawn(computer: Computer) {
  const window = new FakeWindow();
  computer.opensWindow = true;
  computer.newWindow = () => window;
  const starting = computer.start();
  await settle();
  return { window, starting };
}

test('everything else begins when the window shows these meetings', async () => {
  const computer = await afterOneRun();
  const { window, starting } = await startUndrawn(computer);
  expect(await window.ask('agenda:last')).not.toBeNull();
  expect(await window.ask('settings:get')).toMatchObject({ isWelcomeDone: true });
  expect(window.unanswered).toContain('feeds:list');
  await window.ask('window:drawn');
  await using app = await starting;
  expect(app.window.unanswered).toEqual([]);
});

test('a window that draws nothing keeps the app waiting for three seconds at most', async () => {
  const computer = await afterOneRun();
  const { window, starting } = await startUndrawn(computer);
  await computer.clock.advance(2 * SECOND);
  expect(window.unanswered).toContain('feeds:list');
  await computer.clock.advance(SECOND);
  await using app = await starting;
  expect(app.window.unanswered).toEqual([]);
});

test('a first run has no meetings to show, and waits for no window', async () => {
  const { starting } = await startUndrawn(new Computer(NOW));
  await using app = await starting;
  expect(app.window.unanswered).toEqual([]);
});
