import { SECOND, type Instant } from '#base';

/** Main's clock in a window without a store. Ticks at each full second while it runs. */
export interface SecondClock {
  /** Sets the time that main reported (ms). */
  readonly set: (now: Instant) => void;
  /** Ticks now, and at each full second from then on. */
  readonly start: () => void;
  readonly stop: () => void;
}

/** @param localNow this window's clock (ms) */
export function createSecondClock(
  localNow: () => Instant,
  after: (delayMs: number, callback: () => void) => () => void,
  onTick: (now: Instant) => void,
): SecondClock {
  let offset = 0;
  let cancel = (): void => undefined;
  const tick = (): void => {
    const now = localNow() + offset;
    onTick(now);
    cancel = after(SECOND - (now % SECOND), tick);
  };
  return {
    set: (now) => {
      offset = now - localNow();
    },
    start: tick,
    stop: () => cancel(),
  };
}
