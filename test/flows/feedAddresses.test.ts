import { expect, test } from 'vitest';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { publicly } from '../fakes/fakeSecrets.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics?token=s3cret';

async function computerThatFollows(): Promise<Computer> {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z' }]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const stored = (computer: Computer): string => JSON.stringify(computer.store.read('feeds'));

const teamOf = async (app: RunningApp) =>
  (await app.window.ask('feeds:list')).find(({ feed }) => feed.format === 'ics');

const titles = async (app: RunningApp): Promise<string[]> =>
  (await app.window.askAgenda()).occurrences.map(({ title }) => title);

test('an address with a token is stored encrypted and works after a restart', async () => {
  const computer = await computerThatFollows();
  expect(stored(computer)).not.toContain('s3cret');
  await using again = await computer.start();
  expect((await teamOf(again))?.health.state).toBe('fresh');
  expect(computer.network.requests.at(-1)?.url).toBe(address);
});

test('without a keyring it is stored in plain text, and encrypted once there is one', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.secrets.state = 'missing';
  computer.network.serve(address, aCalendar([]));
  const first = await computer.start();
  await first.window.ask('feeds:add', address);
  await first[Symbol.asyncDispose]();
  expect(stored(computer)).toContain('s3cret');

  computer.secrets.state = 'there';
  const second = await computer.start();
  await second[Symbol.asyncDispose]();
  expect(stored(computer)).not.toContain('s3cret');
});

test.each(['there', 'missing'] as const)(
  'an address that an earlier version encrypted without protection is not kept so (keyring: %s)',
  async (keyring) => {
    const computer = await computerThatFollows();
    const weak = `"encrypted":"${publicly(address)}"`;
    const feeds = stored(computer).replace(/"encrypted":"[^"]+"/, weak);
    computer.store.write('feeds', JSON.parse(feeds));
    computer.secrets.state = keyring;
    const app = await computer.start();
    expect((await teamOf(app))?.health.state).toBe('fresh');
    await app[Symbol.asyncDispose]();
    expect(stored(computer)).not.toContain(weak);
    expect(stored(computer).includes('s3cret')).toBe(keyring === 'missing');
  },
);

test('while the keyring is locked the meetings stay, nothing is lost, and one press unlocks it', async () => {
  const computer = await computerThatFollows();
  const before = stored(computer);
  computer.secrets.state = 'locked';
  await using app = await computer.start();
  expect(await titles(app)).toEqual(['Stand-up']);
  expect(await teamOf(app)).toMatchObject({
    maskedAddress: 'address locked',
    health: { state: 'failing', failure: { code: 'feed/lockedAddress' } },
  });
  await app.window.ask('feeds:follow', 'kubernetes', []);
  await settle();
  expect(stored(computer)).toContain(/"encrypted":"[^"]+"/.exec(before)?.[0]);

  computer.secrets.state = 'there';
  await app.window.ask('feeds:refresh');
  expect((await teamOf(app))?.health.state).toBe('fresh');
});

test('the settings show where private addresses are stored', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  const storage = async (state: typeof computer.secrets.state): Promise<string> => {
    computer.secrets.state = state;
    return app.window.ask('secrets:get');
  };
  expect([await storage('there'), await storage('missing'), await storage('locked')]).toEqual([
    'system',
    'file',
    'silent',
  ]);
});

test('an address without a token is stored in plain text', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve('https://example.org/team.ics', aCalendar([]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', 'https://example.org/team.ics');
  await settle();
  expect(stored(computer)).toContain('https://example.org/team.ics');
});
