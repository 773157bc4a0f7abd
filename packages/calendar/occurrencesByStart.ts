import { lowerBound, type Instant } from '#base';
import { DatedOccurrence } from './datedOccurrence.ts';
import type { OccurrenceColumns } from './occurrenceColumns.ts';

/** The occurrences of the columns, by start; stable. */
export function byStart(columns: OccurrenceColumns): DatedOccurrence[] {
  const rows = rowsByStart(columns.starts);
  const sorted: DatedOccurrence[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const series = columns.seriesAt(row);
    if (series !== undefined) sorted.push(new DatedOccurrence(series, columns, row));
  }
  return sorted;
}

function rowsByStart(starts: readonly Instant[]): ArrayLike<number> {
  const count = starts.length;
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < count; row += 1) {
    const start = starts[row] ?? 0;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  // A power of two, so that dividing by it is exact.
  const scale = 2 ** Math.ceil(Math.log2(count + 1));
  if ((last - first + 1) * scale > Number.MAX_SAFE_INTEGER)
    return Array.from(starts.keys()).sort((one, other) => (starts[one] ?? 0) - (starts[other] ?? 0));
  // Pack instant and row into one number: the native numeric sort is several times faster than a comparator.
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) keys[row] = ((starts[row] ?? 0) - first) * scale + row;
  keys.sort();
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? 0;
    keys[index] = key - Math.floor(key / scale) * scale;
  }
  return keys;
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
  return running.concat(occurrences.slice(later));
}

const firstFrom = (occurrences: readonly DatedOccurrence[], instant: Instant): number =>
  lowerBound(occurrences, ({ start }) => start >= instant);
