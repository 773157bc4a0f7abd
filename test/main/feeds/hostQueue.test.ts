import { expect, test } from 'vitest';
import { createHostQueue } from '#main/feeds/hostQueue.ts';

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
  const queue = createHostQueue();
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
  const queue = createHostQueue();
  const log: string[] = [];
  const names = ['running', 'calm', 'urgent 1', 'urgent 2'];
  const all = names.map((name) => ({ name, work: work(log, name) }));
  const done = all.map(({ name, work: { run } }) => queue.inTurn('a', name.startsWith('urgent'), calm, run));
  for (const one of all) one.work.end();
  await Promise.all(done);
  expect(log).toEqual(['running', 'urgent 1', 'urgent 2', 'calm']);
});

test('an aborted waiting job never starts, and the next one does', async () => {
  const queue = createHostQueue();
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
  const queue = createHostQueue();
  const failing = queue.inTurn('a', false, calm, () => Promise.reject(new Error('no')));
  const next = queue.inTurn('a', false, calm, () => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('next');
});
