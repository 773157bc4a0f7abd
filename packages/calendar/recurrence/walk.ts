import type { WallTime } from '../wallTime.ts';

/** Work that may still be done, a step being about a tenth of a microsecond; whoever spends it below zero stops. */
export interface Budget {
  steps: number;
}

/** From which wall time to which, both inclusive; and who gets the dates, until it returns false. */
export interface Walk {
  readonly from: WallTime;
  readonly to: WallTime;
  readonly budget: Budget;
  readonly visit: (wall: WallTime) => boolean;
}
