import { expect, test } from 'vitest';
import { createHostQueue } from '#main/feeds/hostQueue.ts';
import { FakeClock } from '#test/fakes/fakeClock.ts';

const calm = new AbortController().signal;

/** A job that runs until the test ends it. */
function work(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    end: resolve,
    run: async () => {
      log.push(name);
      await promise;
      return name;
    },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a host gets one job at a time, and other hosts do not wait for it', async () => {
  const queue = createHostQueue(new FakeClock('2026-11-20T09:00:00Z'));
  const log: string[] = [];
  const [first, second, other] = [work(log, 'first'), work(log, 'second'), work(log, 'other')];
  const done = [
    queue.inTurn('a', false, calm, first.run),
    queue.inTurn('a', false, calm, second.run),
    queue.inTurn('b', false, calm, other.run),
  ];
  await turn();
  expect(log).toEqual(['first', 'other']);
  for (const { end } of [first, second, other]) end();
  expect(await Promise.all(done)).toEqual(['first', 'second', 'other']);
});

test('urgent jobs go before waiting ones, in their order', async () => {
  const queue = createHostQueue(new FakeClock('2026-11-20T09:00:00Z'));
  const log: string[] = [];
  const names = ['running', 'calm', 'urgent 1', 'urgent 2'];
  const all = names.map((name) => ({ name, work: work(log, name) }));
  const done = all.map(({ name, work: { run } }) => queue.inTurn('a', name.startsWith('urgent'), calm, run));
  for (const one of all) one.work.end();
  await Promise.all(done);
  expect(log).toEqual(['running', 'urgent 1', 'urgent 2', 'calm']);
});

test('an aborted waiting job never starts, and the next one does', async () => {
  const queue = createHostQueue(new FakeClock('2026-11-20T09:00:00Z'));
  const log: string[] = [];
  const [first, second, third] = [work(log, 'first'), work(log, 'second'), work(log, 'third')];
  const patience = new AbortController();
  const running = queue.inTurn('a', false, calm, first.run);
  const waiting = queue.inTurn('a', false, patience.signal, second.run);
  const last = queue.inTurn('a', false, calm, third.run);
  patience.abort();
  await expect(waiting).rejects.toThrow('abort');
  for (const { end } of [first, third]) end();
  await Promise.all([running, last]);
  expect(log).toEqual(['first', 'third']);
});

test('after a failed job the next one starts', async () => {
  const queue = createHostQueue(new FakeClock('2026-11-20T09:00:00Z'));
  const failing = queue.inTurn('a', false, calm, () => Promise.reject(new Error('no')));
  const next = queue.inTurn('a', false, calm, () => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('next');
});

test('twelve hosts are asked at once; one that is silent for a second lets another in', async () => {
  const clock = new FakeClock('2026-11-20T09:00:00Z');
  const queue = createHostQueue(clock);
  const log: string[] = [];
  const jobs = Array.from({ length: 15 }, (_, host) => work(log, `${host}`));
  const done = jobs.map(({ run }, host) => queue.inTurn(`${host}`, false, calm, run));
  await turn();
  expect(log).toHaveLength(12);
  jobs[0]?.end();
  await turn();
  expect(log).toHaveLength(13);
  const urgent = work(log, 'urgent');
  const asked = queue.inTurn('urgent', true, calm, urgent.run);
  await clock.advance(999);
  expect(log).toHaveLength(13);
  await clock.advance(1);
  expect(log.slice(13)).toEqual(['urgent', '13', '14']);
  for (const { end } of [...jobs, urgent]) end();
  await Promise.all([...done, asked]);
  expect(clock.waiting).toBe(0);
});
