import { expect, test } from 'vitest';
import { createSignal, logFailure } from '../signal.ts';

test('a listener is called with each value until it is disposed', () => {
  const signal = createSignal<number>();
  const received: number[] = [];
  const listener = signal.on((value) => received.push(value));
  signal.emit(1);
  listener[Symbol.dispose]();
  signal.emit(2);
  expect(received).toEqual([1]);
});

test('a listener that throws does not stop the others, and emit throws its error afterwards', () => {
  const signal = createSignal();
  const called: string[] = [];
  signal.on(() => {
    throw new Error('first');
  });
  signal.on(() => called.push('second'));
  expect(() => signal.emit()).toThrow('first');
  expect(called).toEqual(['second']);
});

test('with a failure handler, emit does not throw, and the handler gets the error', () => {
  const lines: string[] = [];
  const signal = createSignal(logFailure((line) => lines.push(line)));
  signal.on(() => {
    throw new Error('broken');
  });
  signal.emit();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^a listener failed: Error: broken/);
});

test('emitInTurns yields before each listener and skips one that was removed meanwhile', async () => {
  const signal = createSignal();
  const steps: string[] = [];
  signal.on(() => steps.push('first'));
  const second = signal.on(() => steps.push('second'));
  await signal.emitInTurns(undefined, () => {
    steps.push('turn');
    if (steps.includes('first')) second[Symbol.dispose]();
    return Promise.resolve();
  });
  expect(steps).toEqual(['turn', 'first', 'turn']);
});
