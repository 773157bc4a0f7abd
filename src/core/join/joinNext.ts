import type { Occurrence } from '../agenda/occurrence.ts';
import { isUncertain } from '../agenda/statements.ts';
import { isMeeting } from '../agenda/agenda.ts';
import { EARLY_MS } from './roomVisit.ts';
import type { Instant } from '#base';

/**
 * The meetings that “join next” refers to: of the running ones with a room that the user has not joined, the one that
 * started last; else the next within 15 minutes. Several if they start at the same time; then the user is asked.
 * Uncertain meetings count only if no certain one is near. Empty if none is near.
 * @param occurrences sorted by start
 * @param isJoined whether the user joined it
 */
export function joinNext(
  occurrences: readonly Occurrence[],
  now: Instant,
  isJoined: (occurrence: Occurrence) => boolean,
): Occurrence[] {
  const near: { readonly occurrence: Occurrence; readonly start: Instant }[] = [];
  for (const occurrence of occurrences) {
    const { time, joinLinks } = occurrence;
    if (time.kind !== 'timed') continue;
    if (time.start - now > EARLY_MS) break;
    const isOver = time.start <= now && time.end <= now;
    if (isOver || !isMeeting(occurrence) || joinLinks.length === 0) continue;
    if (!isJoined(occurrence)) near.push({ occurrence, start: time.start });
  }
  const certain = near.filter(({ occurrence }) => !isUncertain(occurrence));
  const meant = certain.length > 0 ? certain : near;
  const picked = meant.findLast(({ start }) => start <= now) ?? meant[0];
  return meant.filter(({ start }) => start === picked?.start).map(({ occurrence }) => occurrence);
}
