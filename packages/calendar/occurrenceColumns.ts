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

/** Numbers of a row: the original start on the time line of the series, the start, the end, and which series. */
const WIDTH = 4;
/** Rows of a piece, and its binary logarithm: pieces are never moved, as one growing table would be. */
const PIECE_BITS = 10;
const PIECE_ROWS = 2 ** PIECE_BITS;

/**
 * The occurrences that an expansion finds, in columns: a window holds tens of thousands, and moving as many objects
 * with their numbers to and fro takes the garbage collector longer than finding them.
 */
export class OccurrenceColumns {
  count = 0;
  /** The earliest and the latest start. */
  first: Instant = Infinity;
  last: Instant = -Infinity;
  /** Those that have occurrences, in the order in which they were expanded. */
  readonly #series: Series[] = [];
  /** Most occurrences have none. */
  readonly #exceptions = new Map<number, Exception>();
  /** The garbage collector does not copy typed arrays. */
  readonly #pieces: Float64Array[] = [];

  /** `at` is the original start on the time line of the series. */
  add(series: Series, at: number, start: Instant, end: Instant, exception: Exception | null): void {
    const row = this.count;
    const piece = this.#pieceOf(row);
    const place = (row % PIECE_ROWS) * WIDTH;
    piece[place] = at;
    piece[place + 1] = start;
    piece[place + 2] = end;
    piece[place + 3] = this.#indexOf(series);
    if (exception !== null) this.#exceptions.set(row, exception);
    if (start < this.first) this.first = start;
    if (start > this.last) this.last = start;
    this.count = row + 1;
  }

  /** Adds the timed dates of a series that overlap a window: the first `count` of `starts`, each with a length in ms. */
  addDates(series: Series, starts: Float64Array, count: number, length: number, window: TimeWindow): void {
    const { from, to } = window;
    let piece = this.#pieceOf(this.count);
    const seriesIndex = this.#indexOf(series);
    for (let index = 0; index < count; index += 1) {
      const start = starts[index] ?? 0;
      const end = start + length;
      if (start >= to || (end <= from && (end !== start || start < from))) continue;
      const place = (this.count % PIECE_ROWS) * WIDTH;
      if (place === 0) piece = this.#pieceOf(this.count);
      piece[place] = start;
      piece[place + 1] = start;
      piece[place + 2] = end;
      piece[place + 3] = seriesIndex;
      if (start < this.first) this.first = start;
      if (start > this.last) this.last = start;
      this.count += 1;
    }
  }

  #indexOf(series: Series): number {
    if (this.#series.at(-1) !== series) this.#series.push(series);
    return this.#series.length - 1;
  }
  #pieceOf(row: number): Float64Array {
    const index = row >> PIECE_BITS;
    return (this.#pieces[index] ??= new Float64Array(PIECE_ROWS * WIDTH));
  }
  #number(row: number, column: number): number {
    return this.#pieces[row >> PIECE_BITS]?.[(row % PIECE_ROWS) * WIDTH + column] ?? 0;
  }

  seriesAt(row: number): Series {
    const series = row < this.count ? this.#series[this.#number(row, 3)] : undefined;
    if (series === undefined) throw new RangeError(`There is no occurrence ${row}`);
    return series;
  }
  placeAt(row: number): number {
    return this.#number(row, 0);
  }
  startAt(row: number): Instant {
    return this.#number(row, 1);
  }
  endAt(row: number): Instant {
    return this.#number(row, 2);
  }
  exceptionAt(row: number): Exception | null {
    return this.#exceptions.get(row) ?? null;
  }
}
