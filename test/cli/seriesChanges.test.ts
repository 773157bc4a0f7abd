import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { userDataFolder } from '#cli/folders.ts';
import { feedId } from '#main/feeds/newFeed.ts';
import { environmentOf, runHere } from './runCommand.ts';

/** `series --changes` reads what the app wrote down of a feed. */

const address = 'https://example.org/team.ics';
const other = 'https://example.org/other.ics';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'office-hours-changes-'));
  const feeds = [address, other].map((one) => {
    const id = feedId(one);
    return { id, kind: 'ics', name: 'Team', address: one, followed: 'all', color: 0 };
  });
  await put('config.json', { settings: {}, feeds: { version: 1, catalogue: 2, feeds } });
  const moved = {
    at: Date.parse('2026-11-20T09:30:00Z'),
    feedId: feedId(address),
    uid: 'stand-up',
    title: 'Stand-up\u001b[2J',
    what: 'moved',
    start: '2026-11-27T15:00:00.000Z',
    before: '2026-11-27T15:00:00.000Z',
    after: '2026-11-27T16:00:00.000Z',
    isPutAway: false,
  };
  const elsewhere = { ...moved, feedId: feedId(other), title: 'Elsewhere' };
  await put('changes.json', { version: 1, changes: [moved, elsewhere, { at: 'yesterday' }] });
  return () => rm(home, { recursive: true });
});

async function put(name: string, content: unknown): Promise<void> {
  const path = join(userDataFolder({ env: environmentOf(home), platform: process.platform }), name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(content));
}

test('--changes lists the changes of this feed, with their days', async () => {
  expect(await runHere(['series', '--changes', '--feed', address], { home })).toEqual({
    status: 0,
    out: '2026-11-20  Stand-up [2J  moved: 2026-11-27T15:00:00.000Z → 2026-11-27T16:00:00.000Z\n',
    err: '',
  });
});

test('--json keeps the title as written', async () => {
  const { out } = await runHere(['series', '--changes', '--feed', address, '--json'], { home });
  expect(JSON.parse(out)).toEqual([
    {
      at: '2026-11-20T09:30:00.000Z',
      uid: 'stand-up',
      title: 'Stand-up\u001b[2J',
      what: 'moved',
      start: '2026-11-27T15:00:00.000Z',
      before: '2026-11-27T15:00:00.000Z',
      after: '2026-11-27T16:00:00.000Z',
    },
  ]);
});

test('a feed that the app does not follow is bad input', async () => {
  const { status, err } = await runHere(['series', '--changes', '--feed', 'https://example.org/new.ics'], {
    home,
  });
  expect([status, err]).toEqual([1, expect.stringContaining('does not follow https://example.org/new.ics')]);
});

test('without recorded changes nothing is printed', async () => {
  await put('changes.json', { version: 1, changes: [] });
  expect(await runHere(['series', '--changes', '--feed', address], { home })).toMatchObject({
    status: 0,
    out: '',
  });
});
