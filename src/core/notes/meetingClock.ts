import { formatTimeStamp } from '#captions';
import { HOUR, type Instant } from '#base';
import { clockTime, type TimeFormat } from '../format/formatTime.ts';

/** Longer than any meeting: a stamp that far from the start is not about the recording. */
const LONGEST_MS = 12 * HOUR;

/** The start of a note's meeting (ms); null without one, or for an all-day one. @param start of the front matter */
export function meetingStart(start: string | null): Instant | null {
  const began = start === null || !start.includes('T') ? Number.NaN : Date.parse(start);
  return Number.isNaN(began) ? null : began;
}

/**
 * A time for a note. During the meeting, the time since its start: `[[12:34]]`, which leads into the recording. Before
 * it and long after it, the wall time: `16:52`, because no recording has such a place.
 * null if the note has no meeting, or an all-day one.
 * @param start from the note's front matter: an ISO instant or a date
 */
export function stampAt(start: string | null, now: Instant, format: TimeFormat): string | null {
  const began = meetingStart(start);
  if (began === null) return null;
  const since = now - began;
  return since < 0 || since > LONGEST_MS ? clockTime(now, format) : `[[${formatTimeStamp(since)}]]`;
}
