import type { WallTime } from '../wallTime.ts';

/** Remaining work, in steps of about 0.1 µs. A walk stops when it falls below zero. */
export interface Budget {
  steps: number;
}

/**
 * The range of a walk (inclusive wall times), and the callback for each date; the walk ends when it returns false.
 */
export interface Walk {
  readonly from: WallTime;
  readonly to: WallTime;
  readonly budget: Budget;
  readonly visit: (wall: WallTime) => boolean;
}
