import { expect, test } from 'vitest';
import { createPaced } from '#base';

const setUp = (work: () => void | Promise<void>) => {
  const timers = new Set<() => void>();
  const paced = createPaced(work, 300, (_delayMs, callback) => {
    timers.add(callback);
    return { [Symbol.dispose]: () => void timers.delete(callback) };
  });
  const endPause = (): void => {
    const due = [...timers];
    timers.clear();
    for (const callback of due) callback();
  };
  return { paced, endPause, timers };
};
const promises = (): Promise<void> => Promise.resolve().then(() => undefined);

test('the first call is done at once, and those of the pause together after it', async () => {
  let done = 0;
  const { paced, endPause } = setUp(() => void (done += 1));
  paced.call();
  await promises();
  paced.call();
  paced.call();
  expect(done).toBe(1);
  endPause();
  expect(done).toBe(2);
  await promises();
  endPause();
  expect(done).toBe(2);
});

test('the pause begins when the work has ended', async () => {
  const work = Promise.withResolvers<void>();
  const { paced, timers } = setUp(() => work.promise);
  paced.call();
  await promises();
  expect(timers.size).toBe(0);
  work.resolve();
  await promises();
  await promises();
  expect(timers.size).toBe(1);
});

test('after its end nothing is done any more', async () => {
  let done = 0;
  const { paced, endPause } = setUp(() => void (done += 1));
  paced.call();
  await promises();
  paced.call();
  paced[Symbol.dispose]();
  endPause();
  paced.call();
  expect(done).toBe(1);
});
