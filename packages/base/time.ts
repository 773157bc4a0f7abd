/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A date without a clock or a zone: `2026-11-24`. */
export type CalendarDate = string;

/** An IANA time zone name: `America/Los_Angeles`. */
export type ZoneName = string;

/** A range of time; `to` is exclusive. */
export interface TimeWindow {
  readonly from: Instant;
  readonly to: Instant;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
