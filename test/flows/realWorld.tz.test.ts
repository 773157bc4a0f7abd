import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { aCalendar } from '../builders/aCalendar.ts';
import { Computer } from '../fakes/startApp.ts';

const connection = createConnection({ env: {}, askSystem: null });

/** A server on this computer that gives a calendar and knows its version. */
async function serveCalendar(text: string) {
  const seen: { readonly status: number }[] = [];
  const server = createServer((request, response) => {
    const status =
      request.url !== '/team.ics' ? 404 : request.headers['if-none-match'] === '"v1"' ? 304 : 200;
    seen.push({ status });
    response.writeHead(status, { 'content-type': 'text/calendar', etag: '"v1"' });
    response.end(status === 200 ? text : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : bound;
  return {
    seen,
    address: `http://127.0.0.1:${port}/team.ics`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A computer with a real disk and a real network; its clock is still stepped by hand. */
async function realComputer() {
  const root = await mkdtemp(join(tmpdir(), 'office-hours-'));
  const computer = new Computer('2026-11-20T14:45:00Z');
  computer.files = createFiles();
  computer.http = createHttp('OfficeHours/test', connection.send);
  computer.folders = {
    ...computer.folders,
    userData: join(root, 'user'),
    documents: join(root, 'documents'),
    catalogueFolder: join(root, 'catalogue'),
  };
  await mkdir(computer.folders.catalogueFolder);
  await writeFile(join(computer.folders.catalogueFolder, 'kubernetes.json'), computer.emptyCatalogue);
  return { computer, root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

test('bytes from a real server become a reminder and a note on a real disk, available offline', async () => {
  await using server = await serveCalendar(
    aCalendar([
      {
        title: 'Stand-up',
        start: '2026-11-20T15:00:00Z',
        lines: ['LOCATION:https://meet.google.com/abc-defg-hij'],
      },
    ]),
  );
  await using real = await realComputer();
  const { computer } = real;
  {
    await using app = await computer.start();
    expect(await app.window.ask('feeds:add', server.address)).toMatchObject({
      ok: true,
      value: { name: 'Team' },
    });
    await app.window.ask('feeds:refresh');
    expect(server.seen.map((one) => one.status)).toEqual([200, 304]);

    const shown = app.notifier.nextNotice();
    await computer.clock.advanceTo('2026-11-20T14:50:00Z');
    const notice = await shown;
    expect(notice).toMatchObject({ title: 'Stand-up', body: 'In 10 min · 16:00–17:00 · Google Meet' });
    const joined = app.desktop.nextOpened();
    notice.press('Join');
    expect(await joined).toBe('https://meet.google.com/abc-defg-hij');

    const [occurrence] = (await app.window.askAgenda()).occurrences;
    const note = await app.window.ask('notes:openFor', occurrence?.key ?? '');
    if (note.ok) await app.window.ask('notes:save', { ...note.value, body: 'Said hello.\n' });
  }
  const notes = join(computer.folders.documents, 'Office Hours');
  expect(await readdir(notes)).toEqual(['2026-11-20 Stand-up.md']);
  expect(await readFile(join(notes, '2026-11-20 Stand-up.md'), 'utf8')).toMatch(/\n---\n\nSaid hello\.\n$/);

  await server[Symbol.asyncDispose]();
  await using app = await computer.start();
  await app.window.untilFeeds((feeds) => feeds.some((one) => one.health.state === 'stale'));
  expect((await app.window.askAgenda()).occurrences.map((one) => one.title)).toEqual(['Stand-up']);
  expect((await app.window.ask('notes:list')).map((one) => one.excerpt)).toEqual(['Said hello.']);
  await computer.clock.advanceTo('2026-11-20T15:10:00Z');
  // That its room was opened ten minutes before was kept, too.
  expect(app.notifier.notices.map(({ body }) => body.split(' · ').slice(0, 2))).toEqual([
    ['In 1 min', expect.stringMatching(/^You opened the room at/u)],
    ['Starts now', expect.stringMatching(/^You opened the room at/u)],
  ]);
});

test('the first start shows meetings and communities of the catalogue that comes with the app', async () => {
  await using real = await realComputer();
  const catalogueFolder = fileURLToPath(new URL('../../assets/catalogue', import.meta.url));
  real.computer.folders = { ...real.computer.folders, catalogueFolder };
  await using app = await real.computer.start();
  await app.window.untilFeeds((feeds) => feeds.every((one) => one.health.state === 'fresh'));
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.length).toBeGreaterThan(10);
  expect(new Set(occurrences.map((one) => one.key)).size).toBe(occurrences.length);
  const communities = await app.window.ask('communities:get');
  expect(communities.map((one) => one.id)).toContain('kops');
  expect(app.desktop.tray.next).toHaveLength(5);
  expect(await app.window.ask('app:problems')).toEqual([]);
});

test('a note written by another program is sent to the window', async () => {
  await using real = await realComputer();
  await using app = await real.computer.start();
  await writeFile(join(real.computer.folders.documents, 'Office Hours', 'idea.md'), '# An idea\n');
  const { changed } = await app.window.until('notes:changed', (change) => change.changed.length === 1);
  expect(changed).toMatchObject([{ path: 'idea.md', title: 'An idea' }]);
});

test('an address without a calendar and one without a server have different problems', async () => {
  await using server = await serveCalendar('');
  await using real = await realComputer();
  await using app = await real.computer.start();
  const other = server.address.replace('team', 'other');
  expect(await app.window.ask('feeds:preview', other)).toMatchObject({ problem: { code: 'feed/notFound' } });
  expect(await app.window.ask('feeds:preview', server.address)).toMatchObject({
    problem: { code: 'feed/empty' },
  });
  await server[Symbol.asyncDispose]();
  expect(await app.window.ask('feeds:preview', server.address)).toMatchObject({
    problem: { code: 'feed/unreachable' },
  });
});
