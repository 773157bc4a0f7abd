import type { Instant } from '../time.ts';
import type { SeriesOccurrence } from './series.ts';

/** Occurrences with the instants that they start and end at, side by side: one for all of a kind costs less than one each. */
export class OccurrenceList {
  readonly occurrences: SeriesOccurrence[];
  readonly starts: Instant[];
  readonly ends: Instant[];

  constructor(occurrences: SeriesOccurrence[] = [], starts: Instant[] = [], ends: Instant[] = []) {
    this.occurrences = occurrences;
    this.starts = starts;
    this.ends = ends;
  }

  get length(): number {
    return this.occurrences.length;
  }

  add(occurrence: SeriesOccurrence, start: Instant, end: Instant): void {
    this.occurrences.push(occurrence);
    this.starts.push(start);
    this.ends.push(end);
  }

  /** The same by start; those of one start keep their order. */
  sorted(): OccurrenceList {
    return this.#picked(ascending(this.starts));
  }

  /** Of a sorted list those that start at an instant or later. */
  startingFrom(instant: Instant): OccurrenceList {
    const first = this.#firstFrom(instant);
    return new OccurrenceList(
      this.occurrences.slice(first),
      this.starts.slice(first),
      this.ends.slice(first),
    );
  }

  /**
   * Of a sorted list those that start at an instant or later, behind the earlier ones that end after it, and before
   * those of another list.
   */
  movedTo(instant: Instant, more: OccurrenceList): OccurrenceList {
    const later = this.#firstFrom(instant);
    const running: number[] = [];
    for (let index = 0; index < later; index += 1) if ((this.ends[index] ?? 0) > instant) running.push(index);
    const earlier = this.#picked(running);
    return new OccurrenceList(
      earlier.occurrences.concat(this.occurrences.slice(later), more.occurrences),
      earlier.starts.concat(this.starts.slice(later), more.starts),
      earlier.ends.concat(this.ends.slice(later), more.ends),
    );
  }

  #firstFrom(instant: Instant): number {
    const first = this.starts.findIndex((start) => start >= instant);
    return first < 0 ? this.length : first;
  }

  #picked(order: ArrayLike<number>): OccurrenceList {
    const picked = new OccurrenceList();
    for (let place = 0; place < order.length; place += 1) {
      const index = order[place] ?? 0;
      const occurrence = this.occurrences[index];
      if (occurrence !== undefined) picked.add(occurrence, this.starts[index] ?? 0, this.ends[index] ?? 0);
    }
    return picked;
  }
}

/** The indexes of some instants in their order; equal ones keep theirs. */
function ascending(starts: readonly Instant[]): ArrayLike<number> {
  const count = starts.length;
  let [first, last] = [Infinity, -Infinity];
  for (let index = 0; index < count; index += 1) {
    const start = starts[index] ?? 0;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  if ((last - first + 1) * count > Number.MAX_SAFE_INTEGER) {
    const indexes = Uint32Array.from(starts, (_, index) => index);
    return indexes.sort((one, other) => (starts[one] ?? 0) - (starts[other] ?? 0) || one - other);
  }
  // Instant and index in one number: these are sorted natively, several times as fast as by comparing.
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) keys[index] = ((starts[index] ?? 0) - first) * count + index;
  keys.sort();
  for (let index = 0; index < count; index += 1) keys[index] = (keys[index] ?? 0) % count;
  return keys;
}
