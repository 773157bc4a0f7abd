import { DAY, HOUR } from '#base';
import { visitDates } from '../recurrence/patternDates.ts';
import { isOnWallLine } from '../timeLine.ts';
import type { Pattern, SeriesZone } from '../series.ts';
import { dayOf } from '../wallTime.ts';
import { ianaZone, zoneOf } from '../zones/zone.ts';

/** Searches left for a file; each expands one day of a series. */
export interface Searches {
  left: number;
}

/** Largest shift by a change of zone rules. */
const MAX_SHIFT = 3 * HOUR;
const STEPS_PER_SEARCH = 20_000;

/**
 * Whether a RECURRENCE-ID or EXDATE written in another zone names an instant without an occurrence, because the two
 * zones were an hour closer or further apart in its writer's zone data (Alberta and British Columbia in 2026).
 * @param written the zone in which it was written
 */
export function missesOccurrence(pattern: Pattern, written: SeriesZone, at: number): boolean {
  if (isOnWallLine(pattern)) return false;
  if (written.kind === 'floating' || isSameZone(written, pattern.zone)) return false;
  const wall = zoneOf(pattern.zone, ianaZone('UTC')).wallTime(at);
  return timeOf(wall) !== timeOf(pattern.start);
}

/**
 * The occurrence of a series on the day of an instant; null if there is none, several, or none within a few hours.
 */
export function onlyOccurrenceNear(pattern: Pattern, at: number, searches: Searches): number | null {
  if ((searches.left -= 1) < 0) return null;
  const zone = zoneOf(pattern.zone, ianaZone('UTC'));
  const from = dayOf(zone.wallTime(at)) * DAY;
  const slots: number[] = [];
  const budget = { steps: STEPS_PER_SEARCH };
  const span = { from, to: from + DAY - 1, countFrom: from, most: 3, budget };
  visitDates(pattern, zone, span, (_wall, slot) => slots.push(slot));
  const [slot] = slots;
  const isClear = slot !== undefined && slots.length === 1 && Math.abs(slot - at) <= MAX_SHIFT;
  return isClear ? slot : null;
}

const timeOf = (wall: number): number => wall - dayOf(wall) * DAY;

const isSameZone = (one: SeriesZone, other: SeriesZone): boolean =>
  one === other || (one.kind === 'iana' && other.kind === 'iana' && one.name === other.name);
