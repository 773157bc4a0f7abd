import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
