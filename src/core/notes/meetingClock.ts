import { formatTimeStamp } from '#captions';
import type { Instant } from '#base';

/**
 * `[[12:34]]`, the meeting's clock for a note: the time since the meeting began; before that, zero.
 * null where the note belongs to no moment: to no meeting, or to one that takes whole days.
 * @param start as in the note's front matter: an ISO instant or a date
 */
export function stampAt(start: string | null, now: Instant): string | null {
  const began = start === null || !start.includes('T') ? Number.NaN : Date.parse(start);
  return Number.isNaN(began) ? null : `[[${formatTimeStamp(now - began)}]]`;
}
