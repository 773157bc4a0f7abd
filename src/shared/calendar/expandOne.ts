import { DAY, HOUR } from '../time.ts';
import type { Instant, TimeWindow } from '../time.ts';
import type { OccurrenceTime } from './occurrence.ts';
import { originalStart } from './originalStart.ts';
import type { OccurrenceList } from './occurrenceList.ts';
import { overridesOf, shiftOf } from './overrides.ts';
import type { Overrides } from './overrides.ts';
import { isOnWallLine, patternDates } from './recurrence/patternDates.ts';
import type { PatternDate } from './recurrence/patternDates.ts';
import type { Budget } from './recurrence/walk.ts';
import type { Length, Override, Pattern, Series, SeriesOccurrence } from './series.ts';
import { reachOf } from './span.ts';
import { dateText, dayOf } from './wallTime.ts';
import type { WallTime } from './wallTime.ts';
import { ianaZone, zoneOf } from './zones/zone.ts';
import type { Zone } from './zones/zone.ts';

/** What an expansion may look at and may cost. */
export interface Expansion {
  readonly window: TimeWindow;
  readonly viewer: Zone;
  readonly budget: Budget;
  /** Occurrences that may still be added. */
  readonly room: number;
}

/** Where an occurrence stands, and who says what it is. */
interface Place {
  readonly series: Series;
  readonly source: Series | Override;
  readonly frame: Pick<Pattern, 'zone' | 'isAllDay'>;
  readonly wall: WallTime;
  readonly length: Length;
  /** Its original place on the time line of the series, which `line` describes. */
  readonly at: number;
  readonly line: Pick<Pattern, 'zone' | 'isAllDay'>;
}

/** Adds the occurrences of one series to `found`; true when a limit cut some off. */
export function expandOne(series: Series, expansion: Expansion, found: OccurrenceList): boolean {
  const { pattern } = series;
  const most = found.length + expansion.room;
  let isCut = false;
  const add = (place: Place) => {
    if (addIfInside(found, most, expansion, place)) isCut = true;
  };

  if (pattern !== null) {
    const overrides = overridesOf(series);
    const dated = datesFor(pattern, overrides, expansion);
    isCut = dated.isCut;
    for (const date of dated.dates) {
      if (overrides.replaces(date.at)) continue;
      const { at, wall, length } = date;
      const range = overrides.ranges.findLast((candidate) => candidate.at <= at);
      if (range === undefined)
        add({ series, source: series, frame: pattern, wall, length, at, line: pattern });
      else {
        const moved = wall + shiftOf(range, pattern, expansion.viewer);
        add({ series, source: range, frame: range, wall: moved, length: range.length, at, line: pattern });
      }
    }
  }
  for (const override of series.overrides) {
    const { at, start, length } = override;
    add({ series, source: override, frame: override, wall: start, length, at, line: pattern ?? override });
  }
  return isCut;
}

/** The pattern's dates that may reach into the window, also when THISANDFUTURE moves them. */
function datesFor(
  pattern: Pattern,
  { ranges }: Overrides,
  expansion: Expansion,
): { dates: PatternDate[]; isCut: boolean } {
  const { window, viewer, budget, room } = expansion;
  let reach = reachOf(pattern.length);
  for (const { length } of pattern.added) if (length !== null) reach = Math.max(reach, reachOf(length));
  let [latestShift, earliestShift] = [0, 0];
  for (const range of ranges) {
    reach = Math.max(reach, reachOf(range.length));
    const shift = shiftOf(range, pattern, viewer);
    latestShift = Math.max(latestShift, shift);
    earliestShift = Math.min(earliestShift, shift);
  }
  const shownBy = pattern.isAllDay ? viewer : zoneOf(pattern.zone, viewer);
  const from = shownBy.wallTime(window.from - reach - latestShift) - PUT_BACK;
  const to = shownBy.wallTime(window.to - earliestShift) + PUT_BACK;
  const clock = pattern.isAllDay ? ianaZone('UTC') : shownBy;
  // Dates that only may reach into the window are not what its limit is about.
  const countFrom = shownBy.wallTime(window.from) + PUT_BACK;
  return patternDates(pattern, clock, { from, to, countFrom, most: room, budget });
}

/** No clock is put back by more, so earlier wall times are earlier instants again. */
const PUT_BACK = 3 * HOUR;

/** Adds the occurrence at a place if it overlaps the window; true when it does but there are too many. */
function addIfInside(
  found: OccurrenceList,
  most: number,
  { window, viewer }: Expansion,
  place: Place,
): boolean {
  const { series, source, frame, wall, length, at, line } = place;
  const day = dayOf(wall);
  const zone = frame.isAllDay ? viewer : zoneOf(frame.zone, viewer);
  const isAsDated = source === series && !isOnWallLine(frame);
  const start = isAsDated ? at : zone.instant(frame.isAllDay ? day * DAY : wall);
  if (start >= window.to) return false;
  const endDay = day + Math.max(1, length.days);
  const end = frame.isAllDay
    ? zone.instant(endDay * DAY)
    : (length.days === 0 ? start : zone.instant(wall + length.days * DAY)) + length.ms;
  if (end <= window.from && (end !== start || start < window.from)) return false;
  if (found.length >= most) return true;
  const time: OccurrenceTime = frame.isAllDay
    ? { kind: 'allDay', start: dateText(day), end: dateText(endDay) }
    : { kind: 'timed', start, end };
  const occurrence: SeriesOccurrence = {
    uid: series.uid,
    originalStart: originalStart(line, at),
    time,
    zone: frame.isAllDay || frame.zone.kind === 'floating' ? null : zone.name,
    status: source.status,
    isMoved: isMovedFrom(place, start),
    series,
    details: source.details,
  };
  found.add(occurrence, start, end);
  return false;
}

function isMovedFrom({ frame, wall, at, line }: Place, start: Instant): boolean {
  if (frame.isAllDay !== line.isAllDay) return true;
  return at !== (isOnWallLine(line) ? wall : start);
}
