import { expect, test } from 'vitest';
import { createFeedReader } from '#main/adapters/threads/feedReader.ts';
import { createFeedThread } from '#main/adapters/threads/feedThread.ts';
import type { ThreadLimits } from '#main/adapters/threads/threadLimits.ts';
import type { FeedReader } from '#main/ports/feedReader.ts';
import type { FeedDigest } from '#core/feeds/feedStore.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { DAY } from '#base';
import { aCalendar } from '../../builders/aCalendar.ts';

const script = new URL('../../../src/main/adapters/threads/feedWorker.ts', import.meta.url);
const limits: ThreadLimits = {
  megabytes: 512,
  startMs: 20_000,
  cpuMs: 30_000,
  silenceMs: 120_000,
  pauses: [0, 100],
  soundMs: 60_000,
  idleMs: null,
};
const source = { kind: 'file', path: '/a.ics' } as const;
const feed: Feed = { id: 'a', name: 'A', source, format: 'ics', followed: 'all', color: 0 };
const start = Date.parse('2026-11-20T00:00:00Z');
const window = { from: start, to: start + 30 * DAY };

const calendar = (count: number, name = 'Team'): Uint8Array =>
  new TextEncoder().encode(
    aCalendar(
      Array.from({ length: count }, (_, index) => ({
        uid: `uid-${index}`,
        title: `Meeting ${index}`,
        start: new Date(start + index * 3_600_000).toISOString(),
      })),
      name,
    ),
  );

async function read(reader: FeedReader, bytes: Uint8Array): Promise<FeedDigest> {
  const outcome = await reader.read({ format: 'ics', bytes, charset: null, known: [], now: 0 });
  if (!outcome.ok || outcome.value.kind === 'known') throw new Error('It was not read');
  return outcome.value.digest;
}

test('the thread says the same as reading here does, also when it takes many pages', async () => {
  await using thread = createFeedThread(script, () => undefined, limits);
  await using here = createFeedReader();
  for (const count of [0, 1, 200, 650]) {
    const bytes = calendar(count);
    const [there, mine] = [await read(thread, bytes), await read(here, bytes)];
    expect(there).toEqual(mine);
    expect(there.seriesCount).toBe(count);
    const ask = (reader: FeedReader, { handle }: FeedDigest) =>
      reader.agenda([{ feed, handle }], window, 'Europe/Berlin', start);
    const answer = await ask(thread, there);
    expect(answer).toEqual(await ask(here, mine));
    expect(answer.kind === 'built' && answer.occurrences.length).toBe(count);
    expect(await ask(thread, there)).toEqual({ kind: 'same', heavy: [] });
    const preview = (reader: FeedReader, { handle }: FeedDigest) =>
      reader.preview({ feed, handle }, window, 'Europe/Berlin', 3);
    expect(await preview(thread, there)).toEqual(await preview(here, mine));
  }
});

test.each([
  ['the thread', () => createFeedThread(script, () => undefined, limits)],
  ['reading here', () => createFeedReader()],
])('%s keeps the objects of meetings that did not change', async (_, create) => {
  await using reader = create();
  await using other = createFeedReader();
  const ask = async (asked: FeedReader, bytes: Uint8Array) => {
    const { handle } = await read(asked, bytes);
    const answer = await asked.agenda([{ feed, handle }], window, 'Europe/Berlin', start);
    return answer.kind === 'built' ? answer.occurrences : [];
  };
  const text = new TextDecoder().decode(calendar(650));
  const versions = [
    text,
    text.replace('SUMMARY:Meeting 7\r', 'SUMMARY:Renamed\r'),
    text.replace('uid-3\r', 'x\r'),
  ];
  let before = await ask(reader, calendar(300));
  for (const [index, version] of versions.entries()) {
    const bytes = new TextEncoder().encode(version);
    const after = await ask(reader, bytes);
    expect(after).toEqual(await ask(other, bytes));
    const kept = after.filter((one) => before.includes(one));
    // The second version differs in one meeting from the first, the third in two from the second.
    expect(kept).toHaveLength([300, 649, 648][index] ?? 0);
    before = after;
  }
});

test('bytes that were read before cost their hash', async () => {
  await using thread = createFeedThread(script, () => undefined, limits);
  const bytes = calendar(3);
  const { hash } = await read(thread, bytes);
  expect(await thread.read({ format: 'ics', bytes, charset: null, known: [hash], now: 0 })).toEqual({
    ok: true,
    value: { kind: 'known', hash },
  });
});

test('a released feed is gone', async () => {
  await using thread = createFeedThread(script, () => undefined, limits);
  const { handle } = await read(thread, calendar(3));
  thread.release(handle);
  expect(await thread.agenda([{ feed, handle }], window, 'UTC', start)).toEqual({
    kind: 'built',
    occurrences: [],
    problems: [],
    heavy: [],
  });
});

test.each([
  ['cannot be started', new URL('./missing.js', import.meta.url)],
  ['never comes up', new URL(`data:text/javascript,${encodeURIComponent('setInterval(() => {}, 1000)')}`)],
])('where the thread %s, nothing is read in the main one', async (_, script) => {
  await using reader = createFeedThread(script, () => undefined, { ...limits, startMs: 200 });
  const bytes = calendar(3);
  expect(await reader.read({ format: 'ics', bytes, charset: null, known: [], now: 0 })).toMatchObject({
    ok: false,
    problem: { code: 'feed/resting' },
  });
});

/** A thread that reads as ours does, except that calendars with that name end or stop it. */
const thread = (whatHappens: string, isSilent = false) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort, workerData } from 'node:worker_threads';
      const isSilent = ${isSilent};
      let { lastHandle: handle, progress } = workerData;
      parentPort.on('message', ({ kind, id, feed }) => {
        if (kind !== 'read') return;
        progress[0] = isSilent ? 0 : id;
        progress[2] += 1;
        if (new TextDecoder().decode(feed.bytes).includes('Killer')) ${whatHappens};
        handle += 1;
        const digest = { handle, hash: 'x', seriesCount: 1, name: null, zone: null,
          communities: [], problems: [], refreshIntervalMs: null };
        parentPort.postMessage({ kind: 'read', id, outcome: { kind: 'read', digest } });
      });
      parentPort.postMessage({ kind: 'ready' });
    `)}`,
  );

const killer = calendar(1, 'Killer');

test.each([
  ['runs out of memory', 'process.exit(1)'],
  ['meets a bug', "{ throw new Error('bug') }"],
  ['hangs', 'for (;;);'],
])('when the thread %s, only the feed it was reading is given up', async (_, whatHappens) => {
  const log: string[] = [];
  let losses = 0;
  const impatient = { ...limits, cpuMs: 500 };
  await using reader = createFeedThread(thread(whatHappens), (line) => void log.push(line), impatient);
  reader.onLost(() => (losses += 1));
  const first = await read(reader, calendar(1));
  const [bad, good] = await Promise.all([
    reader.read({ format: 'ics', bytes: killer, charset: null, known: [], now: 0 }),
    read(reader, calendar(1)),
  ]);
  expect(bad).toMatchObject({ ok: false, problem: { code: 'feed/tooHeavy' } });
  expect(losses).toBe(1);
  // A handle of the lost thread never means something else.
  expect(good.handle).toBeGreaterThan(first.handle);
  expect(log.join('\n')).not.toContain('Meeting 0');
});

const readKiller = (reader: FeedReader) =>
  reader.read({ format: 'ics', bytes: killer, charset: null, known: [], now: 0 });

test('why a thread failed is in the log, with the place in the code', async () => {
  const log: string[] = [];
  await using reader = createFeedThread(
    thread("{ throw new RangeError('no such zone') }"),
    (line) => void log.push(line),
    limits,
  );
  await readKiller(reader);
  expect(log).toEqual([expect.stringMatching(/failed: RangeError: no such zone\n +at /u)]);
});

test('however often a feed ends the worker, others are read at once', async () => {
  const log: string[] = [];
  await using reader = createFeedThread(thread('process.exit(1)'), (line) => void log.push(line), limits);
  for (let time = 0; time < 7; time += 1) {
    const [bad, good] = await Promise.all([readKiller(reader), read(reader, calendar(1))]);
    expect(bad).toMatchObject({ ok: false, problem: { code: 'feed/tooHeavy' } });
    expect(good).toMatchObject({ seriesCount: 1 });
  }
  expect(log).toEqual([]);
});

test('after repeated worker losses of unknown cause the next one starts with a delay, and then reads as before', async () => {
  const log: string[] = [];
  const dying = thread('process.exit(1)', true);
  const slow = { ...limits, pauses: [0, 60_000] };
  await using reader = createFeedThread(dying, (line) => void log.push(line), slow);
  for (const code of ['feed/resting', 'feed/resting'])
    expect(await readKiller(reader)).toMatchObject({ ok: false, problem: { code } });
  expect(await reader.agenda([], window, 'UTC', start)).toEqual({ kind: 'none', heavy: [] });
  expect(log).toEqual(['the next thread that reads feeds starts in 60 s']);

  await using quick = createFeedThread(dying, () => undefined, limits);
  await readKiller(quick);
  const isBack = new Promise<void>((resolve) => {
    quick.onLost(resolve);
  });
  await readKiller(quick);
  await isBack;
  expect(await read(quick, calendar(1))).toMatchObject({ seriesCount: 1 });
});

test('ending answers whoever waits', async () => {
  const reader = createFeedThread(thread('for (;;)'), () => undefined, limits);
  const waiting = reader.read({ format: 'ics', bytes: killer, charset: null, known: [], now: 0 });
  await reader[Symbol.asyncDispose]();
  expect(await waiting).toMatchObject({ ok: false });
});
