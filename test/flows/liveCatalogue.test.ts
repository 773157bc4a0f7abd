import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { HOUR } from '#base';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const connection = createConnection({ env: {}, askSystem: null });

/** The file of a community that keeps a sigs.yaml; what it lacks is added by hand. */
const builtIn = {
  format: 1,
  id: 'kubernetes',
  name: 'Harbour',
  source: { name: 'sigs.yaml', url: 'https://example.org/sigs.yaml', date: '2026-01-31' },
  live: 'https://raw.githubusercontent.com/example/harbour/HEAD/sigs.yaml',
  conduct: {
    name: 'Choir Committee',
    contact: 'conduct@example.org',
    url: 'https://example.org/',
    expect: '',
    members: '',
    when: '',
    sources: [],
  },
  communities: [
    {
      id: 'sig-docks',
      name: 'SIG Docks',
      kind: 'sig',
      meetings: [
        {
          uid: 'sig-docks/docks-meeting',
          title: 'Docks meeting',
          when: { kind: 'weekly', weeks: 2, on: ['MO'], anchor: null },
          time: '10:00',
          zone: 'UTC',
        },
      ],
    },
  ],
  additions: [
    { id: 'sig-docks', description: 'Ours.' },
    {
      id: 'choir',
      name: 'Choir',
      meetings: [
        {
          uid: 'choir',
          title: 'Choir',
          when: { kind: 'weekly', weeks: 1, on: ['TU'], anchor: null },
          time: '18:00',
          zone: 'UTC',
        },
      ],
    },
  ],
};

const sigs = (time: string): string => `sigs:
- dir: sig-docks
  name: Docks
  mission_statement: Theirs.
  meetings:
  - description: Docks meeting
    day: Monday
    time: "${time}"
    tz: UTC
    frequency: biweekly
    url: https://zoom.us/j/95555555555
- dir: sig-cranes
  name: Cranes
  meetings:
  - description: Cranes meeting
    day: Wednesday
    time: "09:00"
    tz: UTC
    frequency: weekly
`;

type Answer = { readonly status: number; readonly body: string };

/** A server on this computer that tells what was asked of it. */
async function serve(first: Answer) {
  let answer = first;
  const requests: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    requests.push(request.headers);
    const etag = `"${createHash('sha256').update(answer.body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(answer.status, { 'content-type': 'text/plain', etag }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : bound;
  return {
    address: `http://127.0.0.1:${String(port)}/sigs.yaml`,
    requests,
    answer: (next: Answer): void => void (answer = next),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function computerWith(liveCatalogue: string): Computer {
  const computer = new Computer('2026-11-20T09:00:00Z', 'UTC');
  computer.memory.put('/app/catalogue/kubernetes.json', JSON.stringify(builtIn));
  computer.http = createHttp('OfficeHours/test', connection.send);
  computer.liveCatalogue = liveCatalogue;
  return computer;
}

const settled = (app: RunningApp) =>
  app.window.untilFeeds((feeds) => feeds.every(({ health }) => health.state !== 'syncing'));

const titles = async ({ window }: RunningApp): Promise<string[]> =>
  [...new Set((await window.askAgenda()).occurrences.map(({ title }) => title))].toSorted();

test('the live file replaces the built-in one, keeps additions, choices and weeks, and is available offline', async () => {
  await using server = await serve({ status: 200, body: sigs('10:00') });
  const computer = computerWith(server.address);
  let key = '';
  {
    await using app = await computer.start();
    await app.window.untilFeeds(([feed]) => feed?.health.lastSuccess !== null);
    expect(await titles(app)).toEqual(['Choir', 'Cranes meeting', 'Docks meeting']);
    expect(await app.window.ask('communities:get')).toMatchObject([
      { id: 'choir', conduct: { contact: 'conduct@example.org' } },
      { id: 'sig-docks', description: 'Ours.' },
      { id: 'sig-cranes', page: 'https://github.com/example/harbour/tree/HEAD/sig-cranes' },
    ]);
    await app.window.ask('feeds:follow', 'kubernetes', ['sig-docks/docks-meeting', 'choir']);
    const docks = [{ feedId: 'kubernetes', uid: 'sig-docks/docks-meeting' }];
    await app.window.ask('weeks:say', docks, { says: 'on', date: '2026-11-23' });
    const first = (await app.window.askAgenda()).occurrences.find(({ uid }) => uid !== 'choir');
    expect(first).toMatchObject({ isWeekUnknown: false, joinLinks: [{ meetingId: '95555555555' }] });
    key = first?.key ?? '';
    // Another time in the live file moves the meeting and leaves choices and answers alone.
    server.answer({ status: 200, body: sigs('11:00') });
    await computer.clock.advance(7 * HOUR);
    await app.window.until('agenda:changed', () =>
      app.window.agenda!.occurrences.some(
        ({ time }) => time.kind === 'timed' && time.start === Date.parse('2026-11-23T11:00Z'),
      ),
    );
    expect(await titles(app)).toEqual(['Choir', 'Docks meeting']);
  }
  await server[Symbol.asyncDispose]();
  await using offline = await computer.start();
  await settled(offline);
  const { occurrences } = await offline.window.askAgenda();
  const docks = occurrences.filter(({ uid }) => uid === 'sig-docks/docks-meeting');
  expect(docks.map(({ originalStart }) => originalStart)).toEqual([
    '2026-11-23T11:00:00.000Z',
    '2026-12-07T11:00:00.000Z',
    '2026-12-21T11:00:00.000Z',
  ]);
  expect(docks.map((one) => one.key.slice(0, 30))).toContain(key.slice(0, 30));
  expect(await offline.window.ask('feeds:list')).toMatchObject([
    { health: { state: 'stale', asOf: null, lastSuccess: Date.parse('2026-11-20T15:00Z') } },
  ]);
});

test('without a network the built-in file is used, with its date', async () => {
  await using server = await serve({ status: 200, body: '' });
  const computer = computerWith(server.address);
  await server[Symbol.asyncDispose]();
  await using app = await computer.start();
  await settled(app);
  expect(await titles(app)).toEqual(['Choir', 'Docks meeting']);
  expect(await app.window.ask('feeds:list')).toMatchObject([
    {
      health: {
        state: 'stale',
        asOf: '2026-01-31',
        lastSuccess: null,
        failure: { code: 'feed/unreachable' },
      },
    },
  ]);
});

test('requests carry validators, and an unchanged file counts as up to date', async () => {
  await using server = await serve({ status: 200, body: sigs('10:00') });
  const computer = computerWith(server.address);
  await using app = await computer.start();
  await app.window.untilFeeds(([feed]) => feed?.health.lastSuccess !== null);
  await app.window.ask('feeds:refresh');
  expect(server.requests.map((headers) => headers['if-none-match'] !== undefined)).toEqual([false, true]);
  expect(await titles(app)).toContain('Cranes meeting');
});

test.each([
  ['a login page', '<!doctype html><title>Sign in</title>', 'feed/webPage'],
  ['something else', 'just a line of text', 'community/notSigs'],
  ['broken YAML', 'sigs: [unclosed', 'community/notYaml'],
  ['binary data', '\u0000\u0001\u0002', 'community/notYaml'],
  ['nothing', '', 'feed/empty'],
])('a server that gives %s instead changes nothing, and it is told why', async (_name, body, code) => {
  await using server = await serve({ status: 200, body: sigs('10:00') });
  const computer = computerWith(server.address);
  await using app = await computer.start();
  await app.window.untilFeeds(([feed]) => feed?.health.lastSuccess !== null);
  server.answer({ status: 200, body });
  await app.window.ask('feeds:refresh');
  expect(await titles(app)).toEqual(['Choir', 'Cranes meeting', 'Docks meeting']);
  expect(await app.window.ask('feeds:list')).toMatchObject([{ health: { failure: { code } } }]);
});

test('switched off, no request is sent; switching it on refreshes at once', async () => {
  await using server = await serve({ status: 200, body: sigs('10:00') });
  const computer = computerWith(server.address);
  computer.store.write('settings', { isWelcomeDone: true, updatesCatalogue: false });
  await using app = await computer.start();
  await app.window.ask('feeds:refresh');
  await computer.clock.advance(24 * HOUR);
  expect(server.requests).toEqual([]);
  expect(await titles(app)).toEqual(['Choir', 'Docks meeting']);
  await app.window.ask('settings:change', { updatesCatalogue: true });
  await app.window.until('agenda:changed', () =>
    app.window.agenda!.occurrences.some(({ title }) => title === 'Cranes meeting'),
  );
});

test('every file of the folder is a catalogue; one that comes with an update adds no meetings unasked', async () => {
  const computer = computerWith('none');
  {
    await using app = await computer.start();
    await app.window.ask('feeds:follow', 'kubernetes', []);
  }
  const second = { ...builtIn, id: 'rowers', name: 'Rowers', additions: [], live: undefined };
  computer.memory.put('/app/catalogue/rowers.json', JSON.stringify(second));
  await using app = await computer.start();
  expect(
    (await app.window.ask('feeds:list')).map(({ feed, maskedAddress }) => [feed.name, maskedAddress]),
  ).toEqual([
    ['Harbour', 'built in'],
    ['Rowers', 'built in'],
  ]);
  expect((await app.window.ask('communities:get')).map(({ name }) => name)).toEqual([
    'Choir',
    'SIG Docks',
    'SIG Docks',
  ]);
  expect(await titles(app)).toEqual([]);
  await app.window.ask('feeds:follow', 'rowers', 'all');
  expect(await titles(app)).toEqual(['Docks meeting']);
  expect(await app.window.ask('feeds:remove', 'rowers')).toMatchObject({ problem: { code: 'feed/builtIn' } });
});

test('the bundled catalogue has the real address', async () => {
  const file = await readFile(new URL('../../assets/catalogue/kubernetes.json', import.meta.url), 'utf8');
  expect(file).toContain('"live": "https://raw.githubusercontent.com/kubernetes/community/HEAD/sigs.yaml"');
});
