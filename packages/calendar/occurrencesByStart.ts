import { lowerBound, type Instant } from '#base';
import type { DatedOccurrence } from './datedOccurrence.ts';

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
