import type { Doubt } from '#calendar';
import type { DayCode } from './weekdays.ts';

/** A weekday's position in the month; `weekday` is null if only the position is written (`the third week`). */
export interface MonthPosition {
  /** 1–5, or -1 for the last. */
  readonly nth: number;
  readonly weekday: DayCode | null;
}

/** How often a meeting takes place, by its words. */
export type Rhythm =
  | { readonly kind: 'weeks'; readonly interval: number }
  | { readonly kind: 'daily' }
  | {
      readonly kind: 'monthPositions';
      readonly positions: readonly MonthPosition[];
      /** Months from one meeting to the next, if more than one. */
      readonly months?: number;
      /** The months in which it takes place (1–12), if they are named. */
      readonly inMonths?: readonly number[];
    }
  /** Every week except at these positions of the month. */
  | { readonly kind: 'weeklyExcept'; readonly nths: readonly number[] }
  /**
   * `Wednesday after the fourth Tuesday`: `weekday` is the day meant, `shift` days from the other (−6 to 7).
   */
  | {
      readonly kind: 'besidePosition';
      readonly nth: number;
      readonly weekday: DayCode;
      readonly shift: number;
    }
  /** ISO 8601 weeks with odd or even numbers. */
  | { readonly kind: 'weekNumbers'; readonly parity: 'odd' | 'even' }
  /** Every few months, in an unknown week. */
  | { readonly kind: 'months'; readonly interval: number }
  /** On demand: no rule, and no reminders. */
  | { readonly kind: 'onDemand' }
  /** Several readings, or none: `twice a month`, `every third Wednesday`, `every four to six weeks`. */
  | { readonly kind: 'unclear'; readonly readings: readonly Rhythm[] };

/** A rhythm with the other facts of its phrase. */
export interface RhythmReading {
  readonly rhythm: Rhythm;
  /** Null if the phrase names no day. */
  readonly weekdays: readonly DayCode[] | null;
  /** What the phrase leaves open; empty if it is clear. */
  readonly doubts: readonly Doubt[];
  /** Other rhythms that the words may mean. */
  readonly alternatives: readonly Rhythm[];
}
