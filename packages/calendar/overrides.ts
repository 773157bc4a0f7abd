import { DAY, lowerBound } from '#base';
import { isOnWallLine } from './recurrence/patternDates.ts';
import type { Override, Pattern, Series } from './series.ts';
import { dayOf } from './wallTime.ts';
import { type Zone, zoneOf } from './zones/zone.ts';

/** The overrides of a series, ready to be asked. */
export interface Overrides {
  /** Those with THISANDFUTURE, ascending. */
  readonly ranges: readonly Override[];
  /** That of them which holds for a date, being the last that begins by then. */
  rangeOf(at: number): Override | undefined;
  /** Whether an override stands for this date itself. */
  replaces(at: number): boolean;
}

const NONE: Overrides = { ranges: [], rangeOf: () => undefined, replaces: () => false };

/** Sorts a series' overrides by what they do. */
export function overridesOf({ overrides }: Series): Overrides {
  if (overrides.length === 0) return NONE;
  const replaced = new Set(overrides.map(({ at }) => at));
  const ranges = overrides.filter(({ isThisAndFuture }) => isThisAndFuture);
  return {
    ranges,
    rangeOf: (at) => ranges[lowerBound(ranges, (range) => range.at > at) - 1],
    replaces: (at) => replaced.has(at),
  };
}

/** How far THISANDFUTURE moves the dates that follow it, on the wall clock of the series (RFC 5545 §3.2.13). */
export function shiftOf(range: Override, pattern: Pattern, viewer: Zone): number {
  const original = isOnWallLine(pattern) ? range.at : zoneOf(pattern.zone, viewer).wallTime(range.at);
  if (pattern.isAllDay !== range.isAllDay) return dayOf(range.start) * DAY - dayOf(original) * DAY;
  return range.start - original;
}
