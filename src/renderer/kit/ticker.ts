import { isRunning, nextOccurrence } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { HOUR, MINUTE, SECOND, type Instant, type ZoneName } from '#base';
import type { AppStore } from '../store/store.ts';

/** The window's only ticking "now" (ms, main's clock). */
export interface Ticker {
  readonly now: () => Instant;
  readonly subscribe: (callback: () => void) => () => void;
  /** Ticks each second until the returned function is called, for a clock that counts up. */
  readonly countSeconds: () => () => void;
  /** Reads the clock now: after it jumped, or when the window is shown again. */
  readonly refresh: () => void;
}

/** True within an hour of the next start, or of the end of a running meeting: show seconds. */
export function countsSeconds(occurrences: readonly Occurrence[], now: Instant, zone: ZoneName): boolean {
  const next = nextOccurrence(occurrences, now, zone);
  if (next?.time.kind !== 'timed') return false;
  const boundary = isRunning(next, now, zone) ? next.time.end : next.time.start;
  return boundary - now <= HOUR;
}

/** Delay to the next full second or minute of main's clock (ms, never 0). */
export const delayToNextTick = (now: Instant, hasSeconds: boolean): number => {
  const step = hasSeconds ? SECOND : MINUTE;
  return step - (now % step);
};

/**
 * Ticks only while it has subscribers.
 * @param localNow this window's clock (ms)
 */
export function createTicker(
  store: AppStore,
  localNow: () => Instant,
  after: (delayMs: number, callback: () => void) => () => void,
): Ticker {
  const listeners = new Set<() => void>();
  const read = (): Instant => localNow() + store.getState().clockOffset;
  let current = read();
  let cancel: (() => void) | null = null;
  let stopWatching: (() => void) | null = null;

  let clocks = 0;
  const arm = (): void => {
    cancel?.();
    const { agenda } = store.getState();
    const hasNear = agenda !== null && countsSeconds(agenda.occurrences, current, agenda.zone);
    cancel = after(delayToNextTick(read(), clocks > 0 || hasNear), tick);
  };
  const tick = (): void => {
    current = read();
    arm();
    for (const listener of listeners) listener();
  };

  return {
    now: () => current,
    subscribe: (callback) => {
      listeners.add(callback);
      if (listeners.size === 1) {
        current = read();
        stopWatching = store.subscribe((state, before) => {
          if (state.agenda !== before.agenda || state.clockOffset !== before.clockOffset) tick();
        });
        arm();
      }
      return () => {
        listeners.delete(callback);
        if (listeners.size > 0) return;
        cancel?.();
        stopWatching?.();
        cancel = null;
        stopWatching = null;
      };
    },
    countSeconds: () => {
      clocks += 1;
      if (listeners.size > 0) tick();
      return () => {
        clocks -= 1;
      };
    },
    refresh: () => {
      if (listeners.size > 0) tick();
    },
  };
}
