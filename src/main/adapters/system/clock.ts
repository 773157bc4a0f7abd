import { setImmediate } from 'node:timers/promises';
import { createPaced } from '#base';
import type { Clock } from '../../ports/clock.ts';
import { systemZone } from './systemZone.ts';

/** setTimeout stores its delay in 32 bits; a longer one fires at once. So wake early and set it again. */
const longestDelayMs = 2 ** 31 - 1;

/**
 * The computer's clock.
 * @param offsetMs added to the wall clock, for tests and screenshots (`--now`); does not affect timers
 */
export function createClock(offsetMs = 0): Clock {
  const clock: Clock = {
    now: () => Date.now() + offsetMs,
    monotonic: () => performance.now(),
    zone: () => systemZone().zone,
    isZoneKnown: () => systemZone().isKnown,
    after(delayMs, callback) {
      const dueAt = performance.now() + Math.max(0, delayMs);
      let timer: NodeJS.Timeout;
      const arm = (): void => {
        const leftMs = dueAt - performance.now();
        timer = leftMs > longestDelayMs ? setTimeout(arm, longestDelayMs) : setTimeout(callback, leftMs);
      };
      arm();
      return {
        [Symbol.dispose]() {
          clearTimeout(timer);
        },
      };
    },
    turn: () => setImmediate(),
    pace: (pauseMs, work) =>
      createPaced(work, pauseMs, (delayMs, callback) => clock.after(delayMs, callback)),
  };
  return clock;
}
