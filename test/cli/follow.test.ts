import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { directoryEntry } from '#core/directory/directoryEntry.ts';
import { directoryIndex } from '#core/directory/directoryIndex.ts';
import { userDataFolder } from '#cli/folders.ts';
import { environmentOf, runHere } from './runCommand.ts';

let home = '';
beforeEach(async () => (home = await mkdtemp(join(tmpdir(), 'follow-'))));
afterEach(() => rm(home, { recursive: true, force: true }));

const dataFolder = (): string => userDataFolder({ env: environmentOf(home), platform: process.platform });
const run = (...args: string[]) => runHere(args, { home });
const followed = async (): Promise<string> =>
  readFile(join(dataFolder(), 'config.json'), 'utf8').catch(() => '');

test('a community whose calendars do not answer is followed by what is stated, and says so', async () => {
  const outcome = await run('follow', 'spdx');
  expect(outcome).toMatchObject({ status: 0, out: 'following SPDX\n' });
  expect(JSON.parse(await followed())).toMatchObject({
    feeds: { version: 2, feeds: [{ id: 'kubernetes' }, { source: { kind: 'stated', community: 'spdx' } }] },
  });
  expect(await run('follow', 'spdx')).toMatchObject({ out: 'you follow SPDX already\n' });
  // The app and the other commands have it now.
  const agenda = await run('agenda', '--from', '2026-11-30T00:00Z', '--to', '2026-12-07T00:00Z');
  expect(agenda.out).toContain('SPDX');
  expect(await run('unfollow', 'spdx')).toMatchObject({ status: 0, out: 'no longer following SPDX\n' });
  expect(await followed()).not.toContain('spdx');
});

test('a calendar that does not answer now is followed all the same, and what is stated is shown until it does', async () => {
  await using own = await kites();
  const folder = join(own.folder, 'assets/catalogue/directory');
  const file = join(folder, 'kites.json');
  const closed = own.address.replace(/:\d+/u, ':9');
  const entry: unknown = JSON.parse((await readFile(file, 'utf8')).replaceAll(own.address, closed));
  const meeting = {
    id: 'call',
    title: 'Call',
    when: { kind: 'weekly', weeks: 1, on: ['TU'], anchor: null },
    source: 0,
  };
  const meetings = [{ ...meeting, time: '17:00', zone: 'UTC', minutes: 60 }];
  await writeFile(file, JSON.stringify(Object.assign({}, entry, { meetings })));
  const index = join(folder, 'index.json');
  await writeFile(index, (await readFile(index, 'utf8')).replaceAll(own.address, closed));
  const runOwn = (...args: string[]) => runHere(args, { home, programFolder: own.folder });
  expect(await runOwn('follow', 'kt')).toMatchObject({
    status: 0,
    out: 'following Kite flyers\n',
    err: expect.stringContaining('read when it answers'),
  });
  const { feeds } = z
    .object({ feeds: z.object({ feeds: z.array(z.looseObject({ id: z.string(), color: z.number() })) }) })
    .parse(JSON.parse(await followed())).feeds;
  expect(feeds).toMatchObject([
    { id: 'kubernetes', color: 0 },
    { name: 'Kite flyers', source: { kind: 'web', url: closed }, color: 1 },
    { source: { kind: 'stated', insteadOf: feeds[1]?.id }, color: 2 },
  ]);
  expect((await runOwn('agenda', '--to', '2100-01-01')).out).toContain('unconfirmed');
  expect(await runOwn('unfollow', 'kites')).toMatchObject({ status: 0 });
  expect(await followed()).not.toContain('Kite');
});

test('a community that has only a page with its calendar is followed by its stated meetings', async () => {
  expect(await run('follow', 'flux')).toMatchObject({
    status: 0,
    out: 'following Flux\n',
    err: expect.stringContaining('no calendar that can be followed'),
  });
});

test('what names no community, several calendars or no https address is refused with a reason', async () => {
  expect(await run('follow', 'nosuchthing')).toMatchObject({
    status: 1,
    err: expect.stringContaining('no community'),
  });
  expect(await run('follow', 'lf-energy')).toMatchObject({
    status: 1,
    err: expect.stringContaining('many calendars'),
  });
  expect(await run('unfollow', 'kubernetes')).toMatchObject({ status: 1 });
  expect(await run('follow')).toMatchObject({ status: 2 });
  expect(await followed()).toBe('');
});

/** A checkout whose directory has one community, with a calendar on a server of this computer. */
async function kites(): Promise<{ folder: string; address: string } & AsyncDisposable> {
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:call',
    'DTSTART:20261201T170000Z',
    'RRULE:FREQ=WEEKLY',
    'SUMMARY:Kites call',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const server = createServer((_, response) => void response.end(calendar));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  // Long as that of a private calendar.
  const address = `http://127.0.0.1:${port}/feed/k1t3s0f9e8d7c6b5/basic.ics`;
  const folder = join(home, 'checkout');
  await cp(join(import.meta.dirname, '../../assets'), join(folder, 'assets'), { recursive: true });
  await cp(join(import.meta.dirname, '../../package.json'), join(folder, 'package.json'));
  const source = { name: 'kites/community, README.md' };
  const facts = { kind: 'project', about: 'Flies kites.', aliases: ['kt'] };
  const entry = {
    ...facts,
    format: 1,
    id: 'kites',
    name: 'Kite flyers',
    sources: [source],
    source: 0,
    calendars: [{ kind: 'ics', address, covers: 'All meetings', source: 0 }],
  };
  const row = {
    ...facts,
    id: 'kites',
    name: 'Kite flyers',
    calendarCount: 1,
    mainCount: 1,
    meetingCount: 0,
    datedCount: 0,
    addresses: [address],
  };
  const directory = join(folder, 'assets/catalogue/directory');
  await writeFile(join(directory, 'kites.json'), JSON.stringify(directoryEntry.parse(entry)));
  const index = { format: 1, communities: [row] };
  await writeFile(join(directory, 'index.json'), JSON.stringify(directoryIndex.parse(index)));
  return {
    folder,
    address,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

test('a calendar that the directory names is followed although its address is long, and unfollowed by any name', async () => {
  await using own = await kites();
  const runOwn = (...args: string[]) => runHere(args, { home, programFolder: own.folder });
  expect(await runOwn('follow', 'kt')).toMatchObject({ status: 0, out: 'following Kite flyers\n', err: '' });
  expect(await runOwn('unfollow', 'otel')).toMatchObject({
    status: 1,
    err: 'office-hours: you do not follow “otel”; you follow Kite flyers\n',
  });
  expect(await runOwn('unfollow', 'kites')).toMatchObject({ status: 0 });
  expect(await runOwn('unfollow', 'kites')).toMatchObject({
    status: 1,
    err: 'office-hours: you do not follow “kites”, and nothing else that can be removed\n',
  });
  // The same form of address is private where the directory does not name it.
  const other = own.address.replace('k1t3s', 'm1n3s');
  expect(await runOwn('follow', other.replace('http:', 'https:'))).toMatchObject({ status: 1 });
});

test('while the app runs nothing is written: it gets a link and asks', async () => {
  await mkdir(dataFolder(), { recursive: true });
  await writeFile(join(dataFolder(), 'running.json'), JSON.stringify({ aliveAt: Date.now() }));
  expect(await run('follow', 'spdx')).toMatchObject({
    status: 0,
    out: expect.stringContaining('office-hours://follow?community=spdx'),
  });
  expect(await run('follow', 'https://example.org/a.ics')).toMatchObject({
    out: expect.stringContaining('office-hours://follow?feed=https%3A%2F%2Fexample.org%2Fa.ics'),
  });
  expect(await run('unfollow', 'spdx')).toMatchObject({
    status: 1,
    err: expect.stringContaining('app is running'),
  });
  expect(await followed()).toBe('');
});
