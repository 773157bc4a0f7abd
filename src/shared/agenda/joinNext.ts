import type { Occurrence } from '../calendar/occurrence.ts';
import { MINUTE, type Instant } from '../time.ts';

/** So long before its start a meeting is the next one to join. */
const JOIN_AHEAD_MS = 15 * MINUTE;

/**
 * Which meeting “join next” means: of those with a room that run and that the user has not joined, the one that began
 * last; else the next within a quarter of an hour. Several where they begin at once: then the user is to be asked.
 * None where nothing is near: lunch has no room.
 * @param occurrences sorted by start
 * @param isOut joined already, or skipped
 */
export function joinNext(
  occurrences: readonly Occurrence[],
  now: Instant,
  isOut: (occurrence: Occurrence) => boolean,
): Occurrence[] {
  const near: { readonly occurrence: Occurrence; readonly start: Instant }[] = [];
  for (const occurrence of occurrences) {
    const { time, status, isWeekUnknown, joinLinks } = occurrence;
    if (time.kind !== 'timed') continue;
    if (time.start - now > JOIN_AHEAD_MS) break;
    const isOver = time.start <= now && time.end <= now;
    if (isOver || status === 'cancelled' || isWeekUnknown || joinLinks.length === 0) continue;
    if (!isOut(occurrence)) near.push({ occurrence, start: time.start });
  }
  const picked = near.findLast(({ start }) => start <= now) ?? near[0];
  return near.filter(({ start }) => start === picked?.start).map(({ occurrence }) => occurrence);
}
