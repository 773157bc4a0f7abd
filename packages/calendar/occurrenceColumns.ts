import type { Instant, TimeWindow } from '#base';
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

/** Numbers of a row: the original start on the time line of the series, the start, and the end. */
const WIDTH = 3;
const FIRST_ROWS = 64;

/**
 * The occurrences that an expansion finds, in columns: a window holds tens of thousands, and moving as many objects
 * with their numbers to and fro takes the garbage collector longer than finding them.
 */
export class OccurrenceColumns {
  count = 0;
  /** The earliest and the latest start. */
  first: Instant = Infinity;
  last: Instant = -Infinity;
  readonly #series: Series[] = [];
  /** Most occurrences have none. */
  readonly #exceptions = new Map<number, Exception>();
  /** The garbage collector does not copy a typed array. */
  #numbers = new Float64Array(FIRST_ROWS * WIDTH);

  /** `at` is the original start on the time line of the series. */
  add(series: Series, at: number, start: Instant, end: Instant, exception: Exception | null): void {
    const row = this.count;
    const place = row * WIDTH;
    if (place === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    numbers[place] = at;
    numbers[place + 1] = start;
    numbers[place + 2] = end;
    this.#series.push(series);
    if (exception !== null) this.#exceptions.set(row, exception);
    if (start < this.first) this.first = start;
    if (start > this.last) this.last = start;
    this.count = row + 1;
  }

  /** Adds the dates of a series that overlap a window: the first `count` of `starts`, each of a length in ms. */
  addDates(series: Series, starts: Float64Array, count: number, length: number, window: TimeWindow): void {
    const { from, to } = window;
    while ((this.count + count) * WIDTH > this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    for (let index = 0; index < count; index += 1) {
      const start = starts[index] ?? 0;
      const end = start + length;
      if (start >= to || (end <= from && (end !== start || start < from))) continue;
      const place = this.count * WIDTH;
      numbers[place] = start;
      numbers[place + 1] = start;
      numbers[place + 2] = end;
      this.#series.push(series);
      if (start < this.first) this.first = start;
      if (start > this.last) this.last = start;
      this.count += 1;
    }
  }

  #grow(): void {
    const larger = new Float64Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }

  seriesAt(row: number): Series {
    const series = this.#series[row];
    if (series === undefined) throw new RangeError(`There is no occurrence ${row}`);
    return series;
  }
  placeAt(row: number): number {
    return this.#numbers[row * WIDTH] ?? 0;
  }
  startAt(row: number): Instant {
    return this.#numbers[row * WIDTH + 1] ?? 0;
  }
  endAt(row: number): Instant {
    return this.#numbers[row * WIDTH + 2] ?? 0;
  }
  exceptionAt(row: number): Exception | null {
    return this.#exceptions.get(row) ?? null;
  }
}
