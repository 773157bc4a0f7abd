import type { Instant, Paced, ZoneName } from '#base';

/** Wall clock, time zone and timers. */
export interface Clock {
  /** Wall clock, ms. */
  now(): Instant;
  /** ms since a fixed point; never jumps. Whether it runs while the computer sleeps depends on the platform. */
  monotonic(): number;
  /** The computer's zone; Intl accepts it. */
  zone(): ZoneName;
  /** False if the system names no zone: `zone` then only follows from the offset of its clock. */
  isZoneKnown(): boolean;
  /** Calls once after `delayMs`. Delays longer than a platform timer can hold are the adapter's concern. */
  after(delayMs: number, callback: () => void): Disposable;
  /** Yields once to the event loop. */
  turn(): Promise<void>;
  /** Limits how often some work is done, which many changes in a row ask for: see `createPaced`. */
  pace(pauseMs: number, work: () => void | Promise<void>): Paced;
}
