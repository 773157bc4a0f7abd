import { DAY, lowerBound } from '#base';
import { isOnWallLine } from './timeLine.ts';
import type { Override, Pattern, Series } from './series.ts';
import { dayOf } from './wallTime.ts';
import { type Zone, zoneOf } from './zones/zone.ts';

/** Lookup of a series' overrides. */
export interface Overrides {
  readonly isEmpty: boolean;
  /** Overrides with THISANDFUTURE, ascending. */
  readonly ranges: readonly Override[];
  /** The THISANDFUTURE override in force at a date: the last one that begins at or before it. */
  rangeOf(at: number): Override | undefined;
  /** Whether an override replaces exactly this date. */
  replaces(at: number): boolean;
}

const NONE: Overrides = { isEmpty: true, ranges: [], rangeOf: () => undefined, replaces: () => false };

/** Builds the lookup of a series' overrides. */
export function overridesOf({ overrides }: Series): Overrides {
  if (overrides.length === 0) return NONE;
  const replaced = new Set(overrides.map(({ at }) => at));
  const ranges = overrides.filter(({ isThisAndFuture }) => isThisAndFuture);
  return {
    isEmpty: false,
    ranges,
    rangeOf: (at) => ranges[lowerBound(ranges, (range) => range.at > at) - 1],
    replaces: (at) => replaced.has(at),
  };
}

/** How far (ms of wall time) a THISANDFUTURE override moves the dates that follow it (RFC 5545 §3.2.13). */
export function shiftOf(range: Override, pattern: Pattern, viewer: Zone): number {
  const original = isOnWallLine(pattern) ? range.at : zoneOf(pattern.zone, viewer).wallTime(range.at);
  if (pattern.isAllDay !== range.isAllDay) return dayOf(range.start) * DAY - dayOf(original) * DAY;
  return range.start - original;
}
