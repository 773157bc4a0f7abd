import type { Worker } from 'node:worker_threads';
import { PROGRESS } from './threadMessages.ts';

/** Poll interval of the worker's progress, ms. */
const POLL_MS = 250;

/** Shared memory for the progress of a new worker. */
export const newProgress = (): Int32Array<SharedArrayBuffer> =>
  new Int32Array(new SharedArrayBuffer(PROGRESS.length * Int32Array.BYTES_PER_ELEMENT));

/** Limits of one step, ms. */
export interface StepLimits {
  readonly cpuMs: number;
  readonly silenceMs: number;
}

/**
 * Terminates a worker if its current step takes too long. Counts the worker's CPU time, because on a busy machine even
 * a small feed may need long. A worker that makes no progress without using CPU time gets `silenceMs`.
 */
export function watchThread(
  thread: Worker,
  progress: Int32Array<SharedArrayBuffer>,
  { cpuMs, silenceMs }: StepLimits,
): Disposable {
  let step = -1;
  let since = performance.now();
  /** CPU time of the worker when this step was first seen; null until it is known. */
  let cpuBefore: number | null = null;
  let isOver = false;

  const look = async (): Promise<void> => {
    const present = Atomics.load(progress, PROGRESS.step);
    if (present !== step) [step, since, cpuBefore] = [present, performance.now(), null];
    if (performance.now() - since > silenceMs) return end();
    const { user, system } = await thread.cpuUsage();
    if (isOver || step !== present || Atomics.load(progress, PROGRESS.step) !== present) return;
    const cpu = (user + system) / 1000;
    cpuBefore ??= cpu;
    if (cpu - cpuBefore > cpuMs) end();
  };
  const timer = setInterval(() => {
    // The worker has ended meanwhile.
    look().catch(() => undefined);
  }, POLL_MS);
  const stop = (): void => {
    isOver = true;
    clearInterval(timer);
  };
  function end(): void {
    stop();
    void thread.terminate();
  }
  return { [Symbol.dispose]: stop };
}
