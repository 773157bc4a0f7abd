import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { userDataFolder } from '#cli/folders.ts';
import { packText, starterPack, type PackEntry } from '#core/feeds/starterPack.ts';
import { feedSection, KUBERNETES } from '#core/feeds/storedFeeds.ts';
import { environmentOf, runCommand, type Outcome } from './runCommand.ts';

/** Files of an earlier version: three feeds, one of them pasted, answers, and a ledger. */
const used = join(import.meta.dirname, '../fixtures/homes/4ab4029/user');

let root: string;
const homeOf = (name: string): string => join(root, name);
const dataOf = (name: string): string =>
  userDataFolder({ env: environmentOf(homeOf(name)), platform: process.platform });
const run = (name: string, ...args: string[]): Promise<Outcome> => runCommand(args, { home: homeOf(name) });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'office-hours-move-'));
  const userData = dataOf('old');
  await mkdir(dirname(userData), { recursive: true });
  await cp(used, userData, { recursive: true });
  const config = join(userData, 'config.json');
  const text = await readFile(config, 'utf8');
  await writeFile(config, text.replaceAll('{home}', JSON.stringify(homeOf('old')).slice(1, -1)));
  await mkdir(homeOf('new'), { recursive: true });
  return () => rm(root, { recursive: true });
});

test('import first lists the changes of an export, and with --yes imports it', async () => {
  const file = join(root, 'moved.json');
  const exported = await run('old', 'export', file);
  expect(exported).toMatchObject({ status: 0, out: '' });
  const asked = await run('new', 'import', file);
  expect(asked).toMatchObject({ status: 0, err: '' });
  expect(asked.out).toContain('Nothing was changed');
  await expect(stat(join(dataOf('new'), 'config.json'))).rejects.toThrow('ENOENT');

  expect(await run('new', 'import', file, '--yes')).toMatchObject({ status: 0, err: '' });
  const ledger = (name: string) => readFile(join(dataOf(name), 'reminders.jsonl'), 'utf8');
  expect(await ledger('new')).toBe(await ledger('old'));
  const config = join(dataOf('new'), 'config.json');
  expect(JSON.parse(await readFile(config, 'utf8'))).toMatchObject({ settings: { theme: 'dark' } });
  expect((await stat(config)).mode & (process.platform === 'win32' ? 0 : 0o077)).toBe(0);
  const again = await run('new', 'import', file, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ settings: [], newFeeds: [], answers: 0, events: 0 });
});

test('on a computer that never ran the app, an import follows what the other one followed, and no more', async () => {
  const followed = async (name: string) => {
    const config: unknown = JSON.parse(await readFile(join(dataOf(name), 'config.json'), 'utf8'));
    return z
      .object({ feeds: feedSection })
      .parse(config)
      .feeds.feeds.find(({ id }) => id === KUBERNETES)?.followed;
  };
  await mkdir(dataOf('chosen'), { recursive: true });
  const kubernetes = {
    id: KUBERNETES,
    name: 'Kubernetes community',
    source: { kind: 'builtIn', id: KUBERNETES },
    format: 'catalogue',
    followed: ['@kops'],
    color: 0,
  };
  const feeds = { version: 2, feeds: [kubernetes] };
  await writeFile(join(dataOf('chosen'), 'config.json'), JSON.stringify({ feeds }));
  const file = join(root, 'moved.json');
  await run('chosen', 'export', file);
  await run('new', 'import', file, '--yes');
  expect(await followed('new')).toEqual(['@kops']);
});

test('import refuses to run beside the app, and files that are not exports', async () => {
  const file = join(root, 'moved.json');
  await run('old', 'export', file);
  await mkdir(dataOf('new'), { recursive: true });
  await writeFile(join(dataOf('new'), 'running.json'), JSON.stringify({ aliveAt: Date.now() }));
  expect(await run('new', 'import', file, '--yes')).toMatchObject({
    status: 1,
    err: expect.stringContaining('the app is running'),
  });
  await writeFile(file, '{}');
  expect(await run('new', 'import', file)).toMatchObject({ status: 1 });
  expect(await run('new', 'import')).toMatchObject({ status: 2 });
});

test('export --list writes a starter pack of what is followed, without settings and private addresses', async () => {
  const file = join(root, 'pack.json');
  expect(await run('old', 'export', '--list', file)).toMatchObject({ status: 0 });
  const text = await readFile(file, 'utf8');
  expect(starterPack.safeParse(JSON.parse(text)).success).toBe(true);
  expect(text).not.toContain('settings');
});

test('import lists a starter pack, and with --yes follows what answers; the own choice of groups stays', async () => {
  const file = join(root, 'pack.json');
  const entries: PackEntry[] = [
    { kind: 'stated', name: 'SPDX', community: 'spdx' },
    { kind: 'groups', name: 'Kubernetes', catalogue: KUBERNETES, followed: 'all' },
    { kind: 'stated', name: 'Gone', community: 'no-such-community' },
  ];
  await writeFile(file, packText('Kite team', entries));
  const asked = await run('new', 'import', file);
  expect(asked.out).toBe(
    'SPDX  stated meetings, unconfirmed\n' +
      'Kubernetes: you follow 5 of its meetings and groups, and that stays; the pack has all\n' +
      'Gone  stated meetings, unconfirmed\n' +
      'Nothing was changed; --yes follows them\n',
  );
  await expect(stat(join(dataOf('new'), 'config.json'))).rejects.toThrow('ENOENT');
  const done = await run('new', 'import', file, '--yes');
  expect(done).toMatchObject({ status: 1, err: 'office-hours: 1 of them is not followed\n' });
  expect(done.out).toMatch(/^following SPDX\n.*\nGone: The directory of the app no longer has this/u);
  const config: unknown = JSON.parse(await readFile(join(dataOf('new'), 'config.json'), 'utf8'));
  expect(config).toMatchObject({
    feeds: {
      feeds: [{ id: KUBERNETES, followed: expect.any(Array) }, { name: 'SPDX' }],
    },
  });
  const again = await run('new', 'import', file, '--json');
  expect(JSON.parse(again.out)).toMatchObject({
    name: 'Kite team',
    entries: [{ state: 'followed' }, { state: 'kept' }, { state: 'new' }],
  });
});
