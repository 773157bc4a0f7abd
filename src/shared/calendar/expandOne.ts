import { DAY } from '../time.ts';
import type { Instant, TimeWindow } from '../time.ts';
import type { OccurrenceTime } from './occurrence.ts';
import { originalStart } from './originalStart.ts';
import { overridesOf, shiftOf } from './overrides.ts';
import { isOnWallLine, patternDates } from './recurrence/patternDates.ts';
import type { Budget } from './recurrence/walkRule.ts';
import type { Length, Series, SeriesDetails, SeriesOccurrence, SeriesStatus, SeriesZone } from './series.ts';
import { dateText, dayOf } from './wallTime.ts';
import type { WallTime } from './wallTime.ts';
import { zoneOf } from './zones/zone.ts';
import type { Zone } from './zones/zone.ts';

/** What an expansion may look at and may cost. */
export interface Expansion {
  readonly window: TimeWindow;
  readonly viewer: Zone;
  readonly budget: Budget;
  /** Occurrences that may still be added. */
  readonly room: number;
}

/** An occurrence with the instant that it is sorted by. */
export interface PlacedOccurrence {
  readonly start: Instant;
  readonly occurrence: SeriesOccurrence;
}

/** What an occurrence is made from: a series itself, or one of its overrides. */
interface Source {
  readonly series: Series;
  readonly zone: SeriesZone;
  readonly isAllDay: boolean;
  readonly status: SeriesStatus;
  readonly details: SeriesDetails;
}

const CANNOT_SPAN: Length = { days: 0, ms: 0 };

/** Adds the occurrences of one series to `found`; true when a limit cut some off. */
export function expandOne(series: Series, expansion: Expansion, found: PlacedOccurrence[]): boolean {
  const { window, viewer } = expansion;
  const { pattern } = series;
  const most = found.length + expansion.room;
  let isCut = false;
  const add = (source: Source, original: string, at: number | null, wall: WallTime, length: Length) => {
    const placed = place(source, original, at, wall, length, expansion);
    if (placed === null) return;
    if (found.length < most) found.push(placed);
    else isCut = true;
  };

  const overrides = overridesOf(series);
  if (pattern !== null) {
    const zone = pattern.isAllDay ? viewer : zoneOf(pattern.zone, viewer);
    const longest = [pattern, ...pattern.added, ...overrides.ranges].reduce(
      (most, { length }) => Math.max(most, reachOf(length ?? CANNOT_SPAN)),
      0,
    );
    const own = {
      series,
      zone: pattern.zone,
      isAllDay: pattern.isAllDay,
      status: series.status,
      details: series.details,
    };
    const shifts = overrides.ranges.map((range) => shiftOf(range, pattern, viewer));
    const from = window.from - DAY - longest - Math.max(0, ...shifts);
    const to = window.to + DAY - Math.min(0, ...shifts);
    const dated = patternDates(pattern, zone, from, to, expansion.room, expansion.budget);
    isCut = dated.isCut;
    for (const { wall, at, length } of dated.dates) {
      if (overrides.replaces(at, wall)) continue;
      const rangeIndex = overrides.ranges.findLastIndex((range) => range.at <= at);
      const range = overrides.ranges[rangeIndex];
      const original = originalStart(pattern, at);
      if (range === undefined) add(own, original, at, wall, length);
      else add({ ...range, series }, original, at, wall + (shifts[rangeIndex] ?? 0), range.length);
    }
  }
  for (const override of series.overrides) {
    const original = originalStart(pattern ?? override, override.at);
    add(
      { ...override, series },
      original,
      override.isAtDate ? null : override.at,
      override.start,
      override.length,
    );
  }
  return isCut;
}

/** A time that a length surely does not exceed on any clock. */
const reachOf = ({ days, ms }: Length) => days * DAY + ms;

function place(
  source: Source,
  original: string,
  at: number | null,
  wall: WallTime,
  length: Length,
  { window, viewer }: Expansion,
): PlacedOccurrence | null {
  const { series, details, status } = source;
  let start: Instant;
  let end: Instant;
  let time: OccurrenceTime;
  let zoneName: string | null = null;
  if (source.isAllDay) {
    const day = dayOf(wall);
    const endDay = day + Math.max(1, length.days);
    start = viewer.instant(day * DAY);
    end = viewer.instant(endDay * DAY);
    if (!overlaps(start, end, window)) return null;
    time = { kind: 'allDay', start: dateText(day), end: dateText(endDay) };
  } else {
    const zone = zoneOf(source.zone, viewer);
    start = zone.instant(wall);
    end = length.days === 0 ? start + length.ms : zone.instant(wall + length.days * DAY) + length.ms;
    if (!overlaps(start, end, window)) return null;
    time = { kind: 'timed', start, end };
    if (source.zone.kind !== 'floating') zoneName = zone.name;
  }
  const isMoved = at !== null && at !== (isOnWallLine(source) ? wall : start);
  return {
    start,
    occurrence: {
      uid: series.uid,
      originalStart: original,
      time,
      zone: zoneName,
      status,
      isMoved,
      series,
      details,
    },
  };
}

const overlaps = (start: Instant, end: Instant, { from, to }: TimeWindow) =>
  start < to && (end > from || (start === end && start >= from));
