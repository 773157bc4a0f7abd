/** Work that is not done more often than it can be shown. */
export interface Paced extends Disposable {
  /** Does the work now, or after the pause that follows the last time; calls in a pause are one. */
  readonly call: () => void;
}

/**
 * Limits how often something is done. Disposing ends it; what waits is not done.
 * @param pauseMs from the end of the work until it may be done again
 * @param after calls once after some ms
 */
export function createPaced(
  work: () => void | Promise<void>,
  pauseMs: number,
  after: (delayMs: number, callback: () => void) => Disposable,
): Paced {
  let isResting = false;
  let isWanted = false;
  let isDisposed = false;
  let timer: Disposable | undefined;

  function rest(): void {
    if (isDisposed) return;
    timer = after(pauseMs, () => {
      isResting = false;
      if (isWanted) void run();
    });
  }
  async function run(): Promise<void> {
    [isResting, isWanted] = [true, false];
    try {
      await work();
    } finally {
      // Work that failed may be done again.
      rest();
    }
  }

  return {
    call: () => {
      if (isDisposed) return;
      if (isResting) isWanted = true;
      else void run();
    },
    [Symbol.dispose]: () => {
      isDisposed = true;
      timer?.[Symbol.dispose]();
    },
  };
}
