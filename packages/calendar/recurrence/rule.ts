import type { Instant } from '#base';
import type { Weekday } from '../wallTime.ts';

/** Frequencies, from finest to coarsest. */
export const FREQUENCIES = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** `nth` counts the weekday within the month or year, from its end if negative; null means every one. */
export interface RuleDay {
  readonly weekday: Weekday;
  readonly nth: number | null;
}

/** An RRULE (RFC 5545 §3.3.10) with all values in range. An empty list means the part is absent. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  /** At least 1. */
  readonly interval: number;
  /** Number of occurrences before exclusions; null if unlimited. */
  readonly count: number | null;
  /** Last possible occurrence, inclusive, on the time line of its series (see `Pattern`); null if unlimited. */
  readonly until: number | null;
  /**
   * `until` as an instant, if the series is read on the viewer's clock and UNTIL is in UTC. Then `until` is only an
   * upper bound for all zones.
   */
  readonly untilInstant?: Instant;
  readonly weekStart: Weekday;
  readonly byMonth: readonly number[];
  readonly byWeekNumber: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly RuleDay[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  readonly byPosition: readonly number[];
}
