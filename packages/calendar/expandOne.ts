import { DAY, HOUR, type Instant, type TimeWindow } from '#base';
import { DatedOccurrence } from './datedOccurrence.ts';
import { type Overrides, overridesOf, shiftOf } from './overrides.ts';
import { withEndsFor } from './recurrence/withEndsFor.ts';
import { type DateSpan, visitDates } from './recurrence/patternDates.ts';
import { isOnWallLine } from './timeLine.ts';
import type { Budget } from './recurrence/walk.ts';
import type { Length, Override, Pattern, Series } from './series.ts';
import { maxDurationOf } from './span.ts';
import { dayOf, type WallTime } from './wallTime.ts';
import { ianaZone, type Zone, zoneOf } from './zones/zone.ts';

/** The window and the limits of an expansion. */
export interface ExpansionBounds {
  readonly window: TimeWindow;
  readonly viewer: Zone;
  readonly budget: Budget;
  /** Occurrences that may still be added. */
  readonly room: number;
  /** Maximum duration (ms) of an occurrence that repeats more often than yearly. */
  readonly longestRun: number;
}

/** Adds the occurrences of one series to `found`. Returns true if a limit cut some off. */
export function expandOne(series: Series, bounds: ExpansionBounds, found: DatedOccurrence[]): boolean {
  const { viewer } = bounds;
  const pattern = series.pattern === null ? null : withEndsFor(series.pattern, viewer);
  const collector = new OccurrenceCollector(series, bounds, found);
  let isCut = false;
  if (pattern !== null) {
    const overrides = overridesOf(series);
    const shownBy = pattern.isAllDay ? viewer : zoneOf(pattern.zone, viewer);
    const clock = pattern.isAllDay ? ianaZone('UTC') : shownBy;
    const span = spanFor(pattern, shownBy, overrides, bounds);
    isCut = visitDates(pattern, clock, span, (wall, at, length) => {
      if (overrides.replaces(at)) return;
      const range = overrides.rangeOf(at);
      if (range === undefined) collector.addDate(pattern, shownBy, wall, length, at);
      else collector.addOverride(range, wall + shiftOf(range, pattern, viewer), at);
    });
  }
  for (const override of series.overrides) collector.addOverride(override, override.start, override.at);
  return isCut || collector.isFull;
}

/** The span of dates that may reach into the window, including those that THISANDFUTURE moves into it. */
function spanFor(pattern: Pattern, shownBy: Zone, { ranges }: Overrides, bounds: ExpansionBounds): DateSpan {
  const { window, viewer, budget, room, longestRun } = bounds;
  let reach = maxDurationOf(pattern.length);
  for (const { length } of pattern.added) if (length !== null) reach = Math.max(reach, maxDurationOf(length));
  let latestShift = 0;
  let earliestShift = 0;
  for (const range of ranges) {
    reach = Math.max(reach, maxDurationOf(range.length));
    const shift = shiftOf(range, pattern, viewer);
    latestShift = Math.max(latestShift, shift);
    earliestShift = Math.min(earliestShift, shift);
  }
  if (pattern.rules.some(({ frequency }) => frequency !== 'YEARLY')) reach = Math.min(reach, longestRun);
  return {
    from: shownBy.wallTime(window.from - reach - latestShift) - LARGEST_SHIFT_BACK,
    to: shownBy.wallTime(window.to - earliestShift) + LARGEST_SHIFT_BACK,
    // The limit counts only dates that start within the window.
    countFrom: shownBy.wallTime(window.from) + LARGEST_SHIFT_BACK,
    most: room,
    budget,
  };
}

/** Clocks are put back by less, so wall times this far apart keep their order as instants. */
const LARGEST_SHIFT_BACK = 3 * HOUR;

/** Collects the dates of one series that overlap the window. */
class OccurrenceCollector {
  /** An occurrence was dropped because the limit was reached. */
  isFull = false;
  readonly #series: Series;
  readonly #window: TimeWindow;
  readonly #viewer: Zone;
  readonly #found: DatedOccurrence[];
  readonly #most: number;

  constructor(series: Series, { window, viewer, room }: ExpansionBounds, found: DatedOccurrence[]) {
    this.#series = series;
    this.#window = window;
    this.#viewer = viewer;
    this.#found = found;
    this.#most = found.length + room;
  }

  /** Adds a date of the pattern. `at` is its place on the pattern's time line, `zone` the clock that shows it. */
  addDate(pattern: Pattern, zone: Zone, wall: WallTime, length: Length, at: number): void {
    if (pattern.isAllDay) this.#addDays(null, wall, length, at, false);
    else {
      const start = isOnWallLine(pattern) ? zone.instant(wall) : at;
      const end = endOf(zone, wall, start, length);
      this.#add(new DatedOccurrence(this.#series, null, at, start, end, null, false));
    }
  }

  /** Adds the date that was at `at`, as the override changes it. */
  addOverride(override: Override, wall: WallTime, at: number): void {
    const { length } = override;
    const line = this.#series.pattern ?? override;
    if (override.isAllDay) this.#addDays(override, wall, length, at, !line.isAllDay || at !== wall);
    else {
      const zone = zoneOf(override.zone, this.#viewer);
      const start = zone.instant(wall);
      const end = endOf(zone, wall, start, length);
      const isMoved = line.isAllDay || at !== (isOnWallLine(line) ? wall : start);
      this.#add(new DatedOccurrence(this.#series, override, at, start, end, null, isMoved));
    }
  }

  #addDays(override: Override | null, wall: WallTime, length: Length, at: number, isMoved: boolean): void {
    const first = dayOf(wall);
    const behind = first + Math.max(1, length.days);
    const start = this.#viewer.instant(first * DAY);
    const end = this.#viewer.instant(behind * DAY) + length.ms;
    this.#add(new DatedOccurrence(this.#series, override, at, start, end, [first, behind], isMoved));
  }

  #add(occurrence: DatedOccurrence): void {
    const { start, end } = occurrence;
    const { from, to } = this.#window;
    if (start >= to || (end <= from && (end !== start || start < from))) return;
    if (this.#found.length >= this.#most) this.isFull = true;
    else this.#found.push(occurrence);
  }
}

const endOf = (zone: Zone, wall: WallTime, start: Instant, { days, ms }: Length): Instant =>
  (days === 0 ? start : zone.instant(wall + days * DAY)) + ms;
