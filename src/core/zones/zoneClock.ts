import { IANAZone } from 'luxon';
import { DAY, MINUTE, type Instant, type ZoneName } from '#base';

/** The clock of a zone. */
export interface ZoneClock {
  /** Ahead of UTC, in minutes. */
  readonly minutes: number;
  /** Its next change within a year (ms), and the new offset. */
  readonly change: { readonly at: Instant; readonly minutes: number } | null;
}

/** Shorter than any period between two changes; the shortest is Ramadan in Morocco. */
const STEP_MS = 14 * DAY;
const REACH_MS = 366 * DAY;

/** The present offset of a zone, and its next clock change. */
export function zoneClock(zone: ZoneName, now: Instant): ZoneClock {
  const iana = IANAZone.create(zone);
  const minutes = iana.offset(now);
  for (let before = now; before < now + REACH_MS; before += STEP_MS) {
    if (iana.offset(before + STEP_MS) === minutes) continue;
    const at = changeBetween(iana, before, before + STEP_MS, minutes);
    return { minutes, change: { at, minutes: iana.offset(at) } };
  }
  return { minutes, change: null };
}

/** The first minute with another offset. */
function changeBetween(iana: IANAZone, from: Instant, to: Instant, minutes: number): Instant {
  let [early, late] = [from, to];
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE) * MINUTE || early + MINUTE;
    if (iana.offset(middle) === minutes) early = middle;
    else late = middle;
  }
  return Math.floor(late / MINUTE) * MINUTE;
}

/** An offset in minutes as text: `UTC`, `UTC+5:30`, `UTC−3`. */
export function offsetWords(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** Parses an offset such as `UTC+5:30`, `GMT-3`, `+0200` to minutes east of UTC; null for other texts. */
export function readOffsetWords(text: string): number | null {
  const match = /^(?:utc|gmt)?\s*([+−-])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(text.trim());
  if (match === null) return null;
  const size = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '+' ? size : -size;
}
