import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Computer } from '../fakes/startApp.ts';
import { runHere } from './runCommand.ts';

const listed = z.array(z.object({ uid: z.string(), start: z.string() }));

/** The meetings of the command line in an empty home, as `uid start`. */
async function onCommandLine(from: string, to: string): Promise<string[]> {
  const home = await mkdtemp(join(tmpdir(), 'office-hours-empty-'));
  try {
    const { out } = await runHere(['agenda', '--from', from, '--to', to, '--json'], { home });
    return listed.parse(JSON.parse(out)).map(({ uid, start }) => `${uid} ${start}`);
  } finally {
    await rm(home, { recursive: true });
  }
}

/** The meetings of the window at its first start. */
async function inWindow(from: string, to: string): Promise<string[]> {
  const computer = new Computer(from);
  const catalogue = await readFile('assets/catalogue/kubernetes.json', 'utf8');
  computer.memory.put('/app/catalogue/kubernetes.json', catalogue);
  await using app = await computer.start();
  const { occurrences } = await app.window.askAgenda();
  return occurrences.flatMap(({ uid, time }) => {
    if (time.kind !== 'timed' || time.end <= Date.parse(from) || time.start >= Date.parse(to)) return [];
    return [`${uid} ${new Date(time.start).toISOString()}`];
  });
}

test.each([
  ['2026-11-20T12:00:00Z', '2026-11-28T00:00:00Z'],
  ['2026-11-28T00:00:00Z', '2026-12-05T00:00:00Z'],
])('in an empty home the command line and the window list the same meetings from %s', async (from, to) => {
  const expected = await inWindow(from, to);
  expect(expected.length).toBeGreaterThan(3);
  expect((await onCommandLine(from, to)).toSorted()).toEqual(expected.toSorted());
});
