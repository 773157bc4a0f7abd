import { countdown } from '../format/timeUntil.ts';
import { MINUTE, type Instant } from '#base';

/** What the clock counts: to the start, to the end, its last minutes, or beyond it. */
export type ClockPhase = 'ahead' | 'running' | 'soon' | 'over';

/** The digits of the floating clock at one moment. */
export interface ClockFace {
  readonly phase: ClockPhase;
  /** `28:36`; over time `+02:10`. */
  readonly digits: string;
  /** The part of the meeting that is over, 0 to 1. */
  readonly elapsed: number;
}

/** The last minutes of a meeting, in which the clock warns. */
const LAST_MS = 5 * MINUTE;

/** Counts to the start, then to the end, then how far the meeting is over its time. */
export function clockFace(
  { start, end }: { readonly start: Instant; readonly end: Instant },
  now: Instant,
): ClockFace {
  if (now < start) return { phase: 'ahead', digits: countdown(start - now), elapsed: 0 };
  if (now >= end) return { phase: 'over', digits: `+${countdown(now - end)}`, elapsed: 1 };
  const phase = end - now <= LAST_MS ? 'soon' : 'running';
  return { phase, digits: countdown(end - now), elapsed: (now - start) / (end - start) };
}
