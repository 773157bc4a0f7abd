import type { Doubt } from '#calendar';
import type { DayCode } from './weekdays.ts';

/** A weekday's position in the month; `weekday` is null where only the position is written (`the third week`). */
export interface MonthPosition {
  /** 1–5, or -1 for the last. */
  readonly nth: number;
  readonly weekday: DayCode | null;
}

/** How often a meeting comes, as a phrase says it. */
export type Rhythm =
  | { readonly kind: 'weeks'; readonly interval: number }
  | { readonly kind: 'daily' }
  | {
      readonly kind: 'monthPositions';
      readonly positions: readonly MonthPosition[];
      /** Months from one meeting to the next, where they are more than one. */
      readonly months?: number;
      /** The months in which it comes (1-12), where they are named. */
      readonly inMonths?: readonly number[];
    }
  /** Every week, but not at these positions of the month. */
  | { readonly kind: 'weeklyExcept'; readonly nths: readonly number[] }
  /** `Wednesday after the fourth Tuesday`: `weekday` is the day meant, `shift` days from the other (-6 to 7). */
  | {
      readonly kind: 'besidePosition';
      readonly nth: number;
      readonly weekday: DayCode;
      readonly shift: number;
    }
  /** ISO 8601 weeks of odd or even number. */
  | { readonly kind: 'weekNumbers'; readonly parity: 'odd' | 'even' }
  /** Every so many months, without the week. */
  | { readonly kind: 'months'; readonly interval: number }
  /** When there is need: no rule, and no meeting to be reminded of. */
  | { readonly kind: 'onDemand' }
  /** Several readings, or none: `twice a month`, `every third Wednesday`, `every four to six weeks`. */
  | { readonly kind: 'unclear'; readonly readings: readonly Rhythm[] };

/** A rhythm with what comes with it in the same phrase. */
export interface RhythmReading {
  readonly rhythm: Rhythm;
  /** Null where the phrase names no day. */
  readonly weekdays: readonly DayCode[] | null;
  /** What the phrase leaves open; empty when it is clear. */
  readonly doubts: readonly Doubt[];
  /** Other rhythms that the same words may mean. */
  readonly alternatives: readonly Rhythm[];
}
