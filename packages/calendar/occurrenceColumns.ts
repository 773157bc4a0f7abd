import type { Instant } from '#base';
import { DatedOccurrence } from './datedOccurrence.ts';
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

  /** `at` is the original start on the time line of the series. */
  add(series: Series, at: number, start: Instant, end: Instant, exception: Exception | null): void {
    this.#series.push(series);
    this.#places.push(at);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#exceptions.push(exception);
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

  /** All of them, by start; stable. */
  sorted(): DatedOccurrence[] {
    const rows = rowsByStart(this.#starts);
    const sorted: DatedOccurrence[] = [];
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const series = this.#series[row];
      if (series !== undefined) sorted.push(new DatedOccurrence(series, this, row));
    }
    return sorted;
  }
}

function rowsByStart(starts: readonly Instant[]): ArrayLike<number> {
  const count = starts.length;
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < count; row += 1) {
    const start = starts[row] ?? 0;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  if ((last - first + 1) * count > Number.MAX_SAFE_INTEGER)
    return Array.from(starts.keys()).sort((one, other) => (starts[one] ?? 0) - (starts[other] ?? 0));
  // Pack instant and row into one number: the native numeric sort is several times faster than a comparator.
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) keys[row] = ((starts[row] ?? 0) - first) * count + row;
  keys.sort();
  for (let index = 0; index < count; index += 1) keys[index] = (keys[index] ?? 0) % count;
  return keys;
}
