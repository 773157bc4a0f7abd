import { lowerBound, type Instant } from '#base';
import type { DatedOccurrence } from './datedOccurrence.ts';

/** Sorts occurrences by start; stable. */
export function byStart(occurrences: readonly DatedOccurrence[]): DatedOccurrence[] {
  const count = occurrences.length;
  let [first, last] = [Infinity, -Infinity];
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const start = occurrences[index]?.start ?? 0;
    keys[index] = start;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  if ((last - first + 1) * count > Number.MAX_SAFE_INTEGER)
    return occurrences.toSorted((one, other) => one.start - other.start);
  // Pack instant and index into one number: the native numeric sort is several times faster than a comparator.
  for (let index = 0; index < count; index += 1) keys[index] = ((keys[index] ?? 0) - first) * count + index;
  keys.sort();
  const sorted: DatedOccurrence[] = [];
  for (let index = 0; index < count; index += 1) {
    const occurrence = occurrences[(keys[index] ?? 0) % count];
    if (occurrence !== undefined) sorted.push(occurrence);
  }
  return sorted;
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
