import type { ThreadLimits } from './threadLimits.ts';

/** The back-off before the next worker starts. */
export interface RestartDelay extends Disposable {
  /**
   * Starts the delay after a loss of unknown cause. Returns it, ms; 0 if the next worker may start at once.
   * @param ranMs how long the lost worker ran, ms
   */
  start(ranMs: number): number;
  isRunning(): boolean;
}

/** @param passed called when a delay is over */
export function createRestartDelay(
  { pauses, soundMs }: Pick<ThreadLimits, 'pauses' | 'soundMs'>,
  log: (line: string) => void,
  passed: () => void,
): RestartDelay {
  let losses = 0;
  let timer: NodeJS.Timeout | undefined;

  function nextPause(ranMs: number): number {
    if (ranMs > soundMs) losses = 0;
    const pauseMs = pauses[losses] ?? pauses.at(-1) ?? 0;
    losses += 1;
    return pauseMs;
  }

  return {
    start: (ranMs) => {
      const pauseMs = nextPause(ranMs);
      if (pauseMs === 0) return 0;
      log(`the next thread that reads feeds starts in ${Math.round(pauseMs / 1000)} s`);
      timer = setTimeout(() => {
        timer = undefined;
        passed();
      }, pauseMs);
      return pauseMs;
    },
    isRunning: () => timer !== undefined,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
    },
  };
}
