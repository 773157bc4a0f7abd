import { isRunning, nextOccurrence } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { HOUR, MINUTE, SECOND, type Instant, type ZoneName } from '#base';
import type { AppStore } from '../store/store.ts';

/** The window's one moving "now" (ms, main's clock). Everything that shows a time hangs on it. */
export interface Ticker {
  readonly now: () => Instant;
  readonly subscribe: (callback: () => void) => () => void;
  /** Looks at the clock at once: after the clock jumped, or when the window is seen again. */
  readonly refresh: () => void;
}

/** Does the hero count seconds: is the start, or the end of what runs, less than an hour away? */
export function countsSeconds(occurrences: readonly Occurrence[], now: Instant, zone: ZoneName): boolean {
  const next = nextOccurrence(occurrences, now, zone);
  if (next?.time.kind !== 'timed') return false;
  const boundary = isRunning(next, now, zone) ? next.time.end : next.time.start;
  return boundary - now <= HOUR;
}

/** Until the next full second or minute of main's clock (ms, never 0). */
export const delayToNextTick = (now: Instant, hasSeconds: boolean): number => {
  const step = hasSeconds ? SECOND : MINUTE;
  return step - (now % step);
};

/** The clock ticks only while someone listens. @param localNow this window's clock (ms) */
export function createTicker(
  store: AppStore,
  localNow: () => Instant,
  after: (delayMs: number, callback: () => void) => () => void,
): Ticker {
  const listeners = new Set<() => void>();
  const read = (): Instant => localNow() + store.getState().clockOffset;
  let current = read();
  let callOff: (() => void) | null = null;
  let stopWatching: (() => void) | null = null;

  const arm = (): void => {
    callOff?.();
    const { agenda } = store.getState();
    const hasSeconds = agenda !== null && countsSeconds(agenda.occurrences, current, agenda.zone);
    callOff = after(delayToNextTick(read(), hasSeconds), tick);
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
        callOff?.();
        stopWatching?.();
        callOff = null;
        stopWatching = null;
      };
    },
    refresh: () => {
      if (listeners.size > 0) tick();
    },
  };
}
