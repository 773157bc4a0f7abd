import type { Worker } from 'node:worker_threads';
import { PROGRESS } from './threadMessages.ts';

/** So often the thread is looked at, ms. */
const LOOK_MS = 250;

/** Empty, for a thread that is about to start. */
export const newProgress = (): Int32Array<SharedArrayBuffer> =>
  new Int32Array(new SharedArrayBuffer(PROGRESS.length * Int32Array.BYTES_PER_ELEMENT));

/** What one step may cost, ms. */
export interface StepLimits {
  readonly cpuMs: number;
  readonly silenceMs: number;
}

/**
 * Ends a thread whose present step takes too much. What counts is the CPU time of the thread alone: on a busy machine a
 * small feed may need long, too. A thread that does not even work is given `silenceMs`.
 */
export function watchThread(
  thread: Worker,
  progress: Int32Array<SharedArrayBuffer>,
  { cpuMs, silenceMs }: StepLimits,
): Disposable {
  let step = -1;
  let since = performance.now();
  /** CPU time of the thread when this step was seen first; null until the thread told it. */
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
    // A thread that has ended meanwhile has nothing to tell.
    look().catch(() => undefined);
  }, LOOK_MS);
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
