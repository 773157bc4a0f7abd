import { lowerBound, type Instant } from '#base';
import { DatedOccurrence } from './datedOccurrence.ts';
import type { OccurrenceColumns } from './occurrenceColumns.ts';

/** The occurrences of the columns, by start; stable. */
export function byStart(columns: OccurrenceColumns): DatedOccurrence[] {
  const { count, first, last } = columns;
  // A power of two, so that dividing by it is exact.
  const scale = 2 ** Math.ceil(Math.log2(count + 1));
  if ((last - first + 1) * scale > Number.MAX_SAFE_INTEGER)
    return Array.from({ length: count }, (_, row) => new DatedOccurrence(columns, row)).sort(
      (one, other) => one.start - other.start,
    );
  // Pack instant and row into one number: the native numeric sort is several times faster than a comparator.
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) keys[row] = (columns.startAt(row) - first) * scale + row;
  keys.sort();
  // Whole small numbers, which need no memory of their own.
  const rows = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? 0;
    rows[index] = key - Math.floor(key / scale) * scale;
  }
  // Not over `rows` itself: its iterator would make an object for each.
  return Array.from({ length: count }, (_, index) => new DatedOccurrence(columns, rows[index] ?? 0));
}

/** The occurrences that start before an instant. The list is sorted by start. */
export function startingBefore(occurrences: readonly DatedOccurrence[], instant: Instant): DatedOccurrence[] {
  return occurrences.slice(0, firstFrom(occurrences, instant));
}

/** The occurrences that start at an instant or later. The list is sorted by start. */
export function startingFrom(occurrences: readonly DatedOccurrence[], instant: Instant): DatedOccurrence[] {
  return occurrences.slice(firstFrom(occurrences, instant));
}

/**
 * The occurrences that end after an instant: first those already running, then later ones. The list is sorted by
 * start.
 */
export function stillAhead(occurrences: readonly DatedOccurrence[], instant: Instant): DatedOccurrence[] {
  const later = firstFrom(occurrences, instant);
  const running: DatedOccurrence[] = [];
  for (let index = 0; index < later; index += 1) {
    const occurrence = occurrences[index];
    if (occurrence !== undefined && occurrence.end > instant) running.push(occurrence);
  }
  // One copy of a long list: the running ones take the places before the later ones.
  const ahead = occurrences.slice(later - running.length);
  running.forEach((occurrence, index) => {
    ahead[index] = occurrence;
  });
  return ahead;
}

const firstFrom = (occurrences: readonly DatedOccurrence[], instant: Instant): number =>
  lowerBound(occurrences, ({ start }) => start >= instant);
