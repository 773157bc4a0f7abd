import { DateTime } from 'luxon';
import { DAY, MINUTE, type Instant, type ZoneName } from '#base';

/** By zone and number of the UTC day. */
const offsets = new Map<ZoneName, Map<number, number>>();
/** Of each zone; three years of an agenda are about a thousand. */
const MOST_DAYS = 4_000;

function offsetAtStart(day: number, zone: ZoneName): number {
  let ofZone = offsets.get(zone);
  if (ofZone === undefined || ofZone.size >= MOST_DAYS) {
    ofZone = new Map();
    offsets.set(zone, ofZone);
  }
  const known = ofZone.get(day);
  if (known !== undefined) return known;
  // Of an unknown zone it is NaN.
  const offset = DateTime.fromMillis(day * DAY, { zone }).offset * MINUTE;
  ofZone.set(day, offset);
  return offset;
}

/**
 * How far the zone's clock is ahead of UTC (ms) at an instant; null if it may change on that UTC day, or if the zone is
 * unknown. Asking the zone database each time takes some fifty times as long.
 */
export function dayOffset(instant: Instant, zone: ZoneName): number | null {
  const day = Math.floor(instant / DAY);
  const offset = offsetAtStart(day, zone);
  return offset === offsetAtStart(day + 1, zone) ? offset : null;
}
