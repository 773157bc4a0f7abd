import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { readOccurrenceKey, type OccurrenceKey } from '#core/keys.ts';
import { DAY, type Result, type TimeWindow } from '#base';

/** Expands a window: of all feeds, or of that one. */
type Expand = (window: TimeWindow, feedId?: string) => Promise<Result<AgendaSnapshot>>;

/** Most meetings stay within a day of their original start; one that is moved further rarely leaves its half year. */
const NEAR_MS = DAY;
const FAR_MS = 190 * DAY;

const around = (at: number, byMs: number): TimeWindow => ({ from: Math.max(0, at - byMs), to: at + byMs });

/** The meeting with that key in one of its feeds, wherever it is in time; null if its feed does not have it. */
export async function locateOccurrence(key: OccurrenceKey, expand: Expand): Promise<Occurrence | null> {
  const { feedId, originalStart } = readOccurrenceKey(key);
  const original = Date.parse(originalStart);
  if (Number.isNaN(original)) return null;
  const near = await expand(around(original, NEAR_MS));
  const found = foundIn(near, key);
  if (found !== null) return found;
  // Its feed alone costs less; the others are read once its time is known, because they may have it too.
  const far = await expand(around(original, FAR_MS), feedId);
  const moved = foundIn(far, key);
  if (moved === null || !far.ok) return null;
  return foundIn(await expand(around(startOf(moved, far.value.zone), NEAR_MS)), key) ?? moved;
}

const foundIn = (expanded: Result<AgendaSnapshot>, key: OccurrenceKey): Occurrence | null =>
  (expanded.ok &&
    expanded.value.occurrences.find(({ sources }) => sources.some((source) => source.key === key))) ||
  null;
