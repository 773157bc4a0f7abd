import type { Instant } from '#base';
import type { Weekday } from '../wallTime.ts';

/** How often a rule's period comes, from finest to coarsest. */
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

/** `nth` counts the weekday within the month or year, from its end when negative; null means every one. */
export interface RuleDay {
  readonly weekday: Weekday;
  readonly nth: number | null;
}

/** An RRULE (RFC 5545 §3.3.10) whose values are all within their ranges. Empty lists say nothing. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  /** At least 1. */
  readonly interval: number;
  /** Instances before exclusions; null when not limited by number. */
  readonly count: number | null;
  /** Last possible instance, inclusive, on the time line of its series (see `Pattern`); null when not limited by time. */
  readonly until: number | null;
  /**
   * The same as an instant, where the series is read on the viewer's clock and its end was written in UTC: then `until`
   * is only the latest that it may be anywhere.
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
