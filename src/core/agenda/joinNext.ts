import type { Occurrence } from './occurrence.ts';
import { isMeeting } from './agenda.ts';
import { EARLY_MS } from '../reminders/roomVisit.ts';
import type { Instant } from '#base';

/**
 * Which meeting “join next” means: of those with a room that run and that the user has not joined, the one that began
 * last; else the next within a quarter of an hour. Several where they begin at once: then the user is to be asked.
 * Meetings that may take place are meant only where no certain one is near. None where nothing is near: lunch has no room.
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
  const certain = near.filter(({ occurrence }) => !occurrence.isWeekUnknown);
  const meant = certain.length > 0 ? certain : near;
  const picked = meant.findLast(({ start }) => start <= now) ?? meant[0];
  return meant.filter(({ start }) => start === picked?.start).map(({ occurrence }) => occurrence);
}
