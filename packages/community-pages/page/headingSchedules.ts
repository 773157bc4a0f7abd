import { preciser } from '../schedule/combineRhythms.ts';
import { readSchedules } from '../schedule/groupSchedules.ts';
import type { RhythmReading } from '../schedule/rhythm.ts';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import { isAboutMeeting } from './meetingWords.ts';
import type { PageUnit } from './pageUnit.ts';

/** What headings say about the dates of the meetings under them. */

/** In words. */
const LONGEST_DAY = 3;
const LONGEST_NAME = 12;

/**
 * The days of a heading, for the times below it: a weekday (`Mondays`), or a meeting's name with days
 * (`Community call, every Monday`). Null for any other heading.
 */
export function daysOfHeading(unit: PageUnit): ScheduleParts | null {
  const heading = unit.headings.at(-1)?.text ?? '';
  const words = heading.split(' ').length;
  const isDay = words <= LONGEST_DAY;
  if (!isDay && (words > LONGEST_NAME || !isAboutMeeting(heading))) return null;
  const [parts, ...more] = readSchedules(heading);
  if (parts === undefined || more.length > 0 || parts.times.length > 0 || parts.start !== null) return null;
  return parts.weekdays !== null || (!isDay && (parts.rhythm?.weekdays ?? null) !== null) ? parts : null;
}

/**
 * A rhythm with a doubt (`every second Tuesday`) or without its months, settled by another rhythm if possible.
 */
export function clearer(own: RhythmReading, other: RhythmReading): RhythmReading {
  const isOpen =
    own.doubts.length > 0 || (own.rhythm.kind === 'monthPositions' && other.rhythm.kind === 'months');
  const settled = isOpen ? preciser(own, other) : own;
  return settled === null ? own : { ...settled, weekdays: own.weekdays };
}

/** `## Monthly call` over `Tuesdays 9am`: the heading gives the rhythm. The nearest such heading counts. */
export function rhythmOfHeadings(unit: PageUnit | undefined, parts: ScheduleParts): RhythmReading | null {
  for (const heading of (unit?.headings ?? []).toReversed()) {
    const said = readSchedules(heading.text).find((part) => part.rhythm !== null)?.rhythm ?? null;
    if (said === null) continue;
    const days = parts.weekdays ?? parts.rhythm?.weekdays ?? null;
    if (said.weekdays !== null && said.weekdays.join() !== days?.join()) continue;
    return parts.rhythm === null ? said : clearer(parts.rhythm, said);
  }
  return parts.rhythm;
}
