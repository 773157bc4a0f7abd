import type { Occurrence } from '../calendar/occurrence.ts';
import { MINUTE, type Instant } from '../time.ts';

/** So long before its start a meeting is the next one to join. */
const JOIN_AHEAD_MS = 15 * MINUTE;

/**
 * Which meeting “join next” means: of those with a room that run and that the user has not joined, the one that began
 * last; else the next within a quarter of an hour. Several where they begin at once: then the user is to be asked.
 * None where nothing is near: lunch has no room.
 * @param isOut joined already, or skipped
 */
export function joinNext(
  occurrences: readonly Occurrence[],
  now: Instant,
  isOut: (occurrence: Occurrence) => boolean,
): Occurrence[] {
  const rooms = occurrences.flatMap((occurrence) => {
    const { time, status, isWeekUnknown, joinLinks } = occurrence;
    if (time.kind !== 'timed' || status === 'cancelled' || isWeekUnknown || joinLinks.length === 0) return [];
    return isOut(occurrence) ? [] : [{ occurrence, start: time.start, end: time.end }];
  });
  const running = rooms.filter(({ start, end }) => start <= now && now < end);
  const latest = Math.max(...running.map(({ start }) => start));
  const ahead = rooms.filter(({ start }) => start > now && start - now <= JOIN_AHEAD_MS);
  const soonest = Math.min(...ahead.map(({ start }) => start));
  const picked =
    running.length > 0
      ? running.filter(({ start }) => start === latest)
      : ahead.filter(({ start }) => start === soonest);
  return picked.map(({ occurrence }) => occurrence);
}
