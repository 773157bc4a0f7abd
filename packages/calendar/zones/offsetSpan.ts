import type { Instant } from '#base';

/** A stretch of time with one offset from UTC. All in ms; `to` is exclusive. */
export interface OffsetSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/** Returns the span that contains an instant. A span may end before the offset really changes, never after. */
export type Offsets = (instant: Instant) => OffsetSpan;
