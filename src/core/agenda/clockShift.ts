import { DateTime } from 'luxon';
import type { Occurrence } from './occurrence.ts';
import { DAY, MINUTE, type Instant, type ZoneName } from '#base';

/**
 * A meeting keeps the clock time of its home zone. If that zone and the viewer's change clocks on different days, the
 * meeting is earlier or later than usual for the viewer in between.
 */

/** A period in which the viewer's clock is `minutes` ahead of the home zone's. `to` is exclusive. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
}

/**
 * How much later (negative: earlier) than usual the meeting is for the viewer, and from when until when (exclusive).
 */
export interface ClockShift {
  readonly minutes: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** Far enough to either side to include the long period before a short one. */
const REACH_MS = 400 * DAY;
/** Periods are cached for fixed pieces of time, so that all meetings of a season share them. */
const PIECE_MS = 64 * DAY;
/** No zone changes its clock twice within this many days. */
const STEP_MS = 10 * DAY;
/** A longer period is a season, and its offset is the usual one. */
const SHORT_MS = 60 * DAY;

const offsetAt = (instant: Instant, zone: ZoneName): number => DateTime.fromMillis(instant, { zone }).offset;

/** The first instant (to the minute) with the offset of `after`, between two instants with different ones. */
function changeBetween(before: Instant, after: Instant, zone: ZoneName): Instant {
  const offset = offsetAt(before, zone);
  let [low, high] = [Math.floor(before / MINUTE), Math.ceil(after / MINUTE)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE, zone) === offset) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}

function changesOf(zone: ZoneName, from: Instant, to: Instant): Instant[] {
  const changes: Instant[] = [];
  for (let at = from; at < to; at += STEP_MS)
    if (offsetAt(at, zone) !== offsetAt(at + STEP_MS, zone))
      changes.push(changeBetween(at, at + STEP_MS, zone));
  return changes;
}

const known = new Map<string, readonly Stretch[]>();

/** The periods around an instant, ascending. Changes of both clocks on one day count as one. */
export function stretchesAround(instant: Instant, home: ZoneName, viewer: ZoneName): readonly Stretch[] {
  const piece = Math.floor(instant / PIECE_MS);
  const key = `${home}|${viewer}|${piece}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const [from, to] = [piece * PIECE_MS - REACH_MS, (piece + 1) * PIECE_MS + REACH_MS];
  const bounds = [from, ...changesOf(home, from, to), ...changesOf(viewer, from, to)];
  const stretches: Stretch[] = [];
  const ascending = [...new Set(bounds)].toSorted((one, other) => one - other);
  for (const [index, at] of ascending.entries()) {
    if ((ascending[index + 1] ?? to) - at < DAY) continue;
    const minutes = offsetAt(at, viewer) - offsetAt(at, home);
    const last = stretches.at(-1);
    if (last?.minutes === minutes) continue;
    if (last !== undefined) stretches[stretches.length - 1] = { ...last, to: at };
    stretches.push({ from: at, to, minutes });
  }
  known.set(key, stretches);
  return stretches;
}

const isShort = ({ from, to }: Stretch): boolean => to - from < SHORT_MS;

/** The shift in a short period, compared with the long one before it. Null for a long one, which is usual. */
export function shiftIn(stretch: Stretch, stretches: readonly Stretch[]): ClockShift | null {
  if (!isShort(stretch)) return null;
  const usual = stretches.findLast((one) => one.to <= stretch.from && !isShort(one));
  if (usual === undefined) return null;
  const { from, to } = stretch;
  return { minutes: stretch.minutes - usual.minutes, from, to };
}

/**
 * The shift of an occurrence against its usual time for a viewer. Null if there is none, or if it is all-day or
 * floating.
 */
export function clockShift({ time, zone }: Occurrence, viewer: ZoneName): ClockShift | null {
  if (time.kind === 'allDay' || zone === null || zone === viewer) return null;
  const stretches = stretchesAround(time.start, zone, viewer);
  const stretch = stretches.find(({ from, to }) => from <= time.start && time.start < to);
  const shift = stretch === undefined ? null : shiftIn(stretch, stretches);
  return shift?.minutes === 0 ? null : shift;
}
