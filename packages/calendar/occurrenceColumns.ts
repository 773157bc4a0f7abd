import type { Instant } from '#base';
import type { Override, Series } from './series.ts';
import type { DayNumber } from './wallTime.ts';

/** What distinguishes an occurrence from a timed date of its series. */
export interface Exception {
  /** Replaces what the series says. */
  readonly override: Override | null;
  /** First day and exclusive last day of an all-day occurrence; null for a timed one. */
  readonly days: readonly [DayNumber, DayNumber] | null;
  readonly isMoved: boolean;
}

/**
 * The occurrences that an expansion finds, in columns: a window holds tens of thousands, and moving as many objects
 * with their numbers to and fro takes the garbage collector longer than finding them.
 */
export class OccurrenceColumns {
  readonly #series: Series[] = [];
  readonly #places: number[] = [];
  readonly #starts: Instant[] = [];
  readonly #ends: Instant[] = [];
  readonly #exceptions: (Exception | null)[] = [];

  get count(): number {
    return this.#starts.length;
  }

  get starts(): readonly Instant[] {
    return this.#starts;
  }

  /** `at` is the original start on the time line of the series. */
  add(series: Series, at: number, start: Instant, end: Instant, exception: Exception | null): void {
    this.#series.push(series);
    this.#places.push(at);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#exceptions.push(exception);
  }

  seriesAt(row: number): Series | undefined {
    return this.#series[row];
  }
  placeAt(row: number): number {
    return this.#places[row] ?? 0;
  }
  startAt(row: number): Instant {
    return this.#starts[row] ?? 0;
  }
  endAt(row: number): Instant {
    return this.#ends[row] ?? 0;
  }
  exceptionAt(row: number): Exception | null {
    return this.#exceptions[row] ?? null;
  }
}
