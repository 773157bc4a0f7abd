import type { OccurrenceKey } from '#core/keys.ts';
import { endOf, isLong, isMeeting, startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Instant, ZoneName } from '#base';

/** The meetings at the same time as another, by its key. Meetings without a clash are left out. */
export type Clashes = ReadonlyMap<OccurrenceKey, readonly Occurrence[]>;

/** True if its date is certain, the user goes to it, and it lasts less than a day. */
const canClash = (occurrence: Occurrence): boolean =>
  isMeeting(occurrence) && !occurrence.isWeekUnknown && !isLong(occurrence);

/** True for two versions of one meeting: ConflictingSources shows those. */
const isSameMeeting = ({ versions }: Occurrence, other: Occurrence): boolean =>
  versions?.others.some(({ key }) => key === other.key) ?? false;

/**
 * Finds all clashes in one pass: only what is still on when a meeting begins can clash with it.
 * @param occurrences sorted by start
 */
export function clashesOf(occurrences: readonly Occurrence[], zone: ZoneName): Clashes {
  const clashes = new Map<OccurrenceKey, Occurrence[]>();
  const note = (one: Occurrence, other: Occurrence): void => {
    const known = clashes.get(one.key);
    if (known) known.push(other);
    else clashes.set(one.key, [other]);
  };
  let running: { readonly occurrence: Occurrence; readonly end: Instant }[] = [];
  for (const occurrence of occurrences.filter(canClash)) {
    const [start, end] = [startOf(occurrence, zone), endOf(occurrence, zone)];
    if (end <= start) continue;
    running = running.filter((other) => other.end > start);
    for (const other of running) {
      if (isSameMeeting(occurrence, other.occurrence)) continue;
      note(occurrence, other.occurrence);
      note(other.occurrence, occurrence);
    }
    running.push({ occurrence, end });
  }
  return clashes;
}
