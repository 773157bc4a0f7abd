import { formatTimeStamp } from '#captions';
import type { Instant } from '#base';

/**
 * The meeting's clock for a note, `[[12:34]]`: the time since the meeting began; zero before that.
 * null if the note has no meeting, or an all-day one.
 * @param start from the note's front matter: an ISO instant or a date
 */
export function stampAt(start: string | null, now: Instant): string | null {
  const began = start === null || !start.includes('T') ? Number.NaN : Date.parse(start);
  return Number.isNaN(began) ? null : `[[${formatTimeStamp(now - began)}]]`;
}
