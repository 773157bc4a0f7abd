import { DAY, HOUR, type Instant, type TimeWindow } from '#base';
import { type Exception, OccurrenceColumns } from './occurrenceColumns.ts';
import { type Overrides, overridesOf, shiftOf } from './overrides.ts';
import { withEndsFor } from './recurrence/withEndsFor.ts';
import { MOST_PLAIN_DATES, plainDates } from './recurrence/plainDates.ts';
import { type DateSpan, visitDates } from './recurrence/patternDates.ts';
import { isOnWallLine } from './timeLine.ts';
import type { Budget } from './recurrence/walk.ts';
import type { Length, Override, Pattern, Series } from './series.ts';
import { maxDurationOf } from './span.ts';
import { dayOf, type WallTime } from './wallTime.ts';
import { ianaZone, type Zone, zoneOf } from './zones/zone.ts';

/** What limits the expansion of one series. */
export interface SeriesLimit {
  readonly budget: Budget;
  /** Occurrences that may still be added. */
  readonly room: number;
}

/** Expands series, one after the other, into the occurrences that overlap a window. */
export class WindowExpansion {
  readonly found = new OccurrenceColumns();
  readonly #window: TimeWindow;
  readonly #viewer: Zone;
  readonly #longestRun: number;
  /** The starts of one plain series after the other. */
  readonly #starts = new Float64Array(MOST_PLAIN_DATES);
  #most = 0;
  /** An occurrence was dropped because the limit was reached. */
  #isFull = false;

  /** @param longestRun maximum duration (ms) of an occurrence that repeats more often than yearly */
  constructor(window: TimeWindow, viewer: Zone, longestRun: number) {
    this.#window = window;
    this.#viewer = viewer;
    this.#longestRun = longestRun;
  }

  /** Adds the occurrences of one series. Returns true if a limit cut some off. */
  add(series: Series, limit: SeriesLimit): boolean {
    const viewer = this.#viewer;
    const pattern = series.pattern === null ? null : withEndsFor(series.pattern, viewer);
    this.#most = this.found.count + limit.room;
    this.#isFull = false;
    let isCut = false;
    if (pattern !== null && !this.#addPlain(series, pattern, limit)) {
      const overrides = overridesOf(series);
      const shownBy = pattern.isAllDay ? viewer : zoneOf(pattern.zone, viewer);
      const clock = pattern.isAllDay ? ianaZone('UTC') : shownBy;
      const span = this.#spanFor(pattern, shownBy, overrides, limit);
      const isSimple = overrides.isEmpty && !isOnWallLine(pattern);
      isCut = visitDates(
        pattern,
        clock,
        span,
        isSimple
          ? (wall, at, length) => this.#put(series, at, at, endOf(shownBy, wall, at, length), null)
          : (wall, at, length) => {
              if (overrides.replaces(at)) return;
              const range = overrides.rangeOf(at);
              if (range === undefined) this.#addDate(series, pattern, shownBy, wall, length, at);
              else this.#addOverride(series, range, wall + shiftOf(range, pattern, viewer), at);
            },
      );
    }
    for (const override of series.overrides) this.#addOverride(series, override, override.start, override.at);
    return isCut || this.#isFull;
  }

  /** Adds the dates of a series with one plain rule, as most have; false if it is another one. */
  #addPlain(series: Series, pattern: Pattern, { room, budget }: SeriesLimit): boolean {
    const { overrides } = series;
    const zone = zoneOf(pattern.zone, this.#viewer);
    const limit = { most: room, budget };
    const starts = this.#starts;
    const count = plainDates({ pattern, overrides }, zone, this.#window, limit, starts);
    if (count > 0) this.found.addDates(series, starts, count, pattern.length.ms, this.#window);
    return count >= 0;
  }

  /** The span of dates that may reach into the window, including those that THISANDFUTURE moves into it. */
  #spanFor(pattern: Pattern, shownBy: Zone, { ranges }: Overrides, { budget, room }: SeriesLimit): DateSpan {
    const window = this.#window;
    let reach = maxDurationOf(pattern.length);
    for (const { length } of pattern.added)
      if (length !== null) reach = Math.max(reach, maxDurationOf(length));
    let latestShift = 0;
    let earliestShift = 0;
    for (const range of ranges) {
      reach = Math.max(reach, maxDurationOf(range.length));
      const shift = shiftOf(range, pattern, this.#viewer);
      latestShift = Math.max(latestShift, shift);
      earliestShift = Math.min(earliestShift, shift);
    }
    if (pattern.rules.some(({ frequency }) => frequency !== 'YEARLY'))
      reach = Math.min(reach, this.#longestRun);
    return {
      from: shownBy.wallTime(window.from - reach - latestShift) - LARGEST_SHIFT_BACK,
      to: shownBy.wallTime(window.to - earliestShift) + LARGEST_SHIFT_BACK,
      // The limit counts only dates that start within the window.
      countFrom: shownBy.wallTime(window.from) + LARGEST_SHIFT_BACK,
      most: room,
      budget,
    };
  }

  /** Adds a date of the pattern. `at` is its place on the pattern's time line, `zone` the clock that shows it. */
  #addDate(series: Series, pattern: Pattern, zone: Zone, wall: WallTime, length: Length, at: number): void {
    if (pattern.isAllDay) this.#addDays(series, null, wall, length, at, false);
    else {
      const start = isOnWallLine(pattern) ? zone.instant(wall) : at;
      this.#put(series, at, start, endOf(zone, wall, start, length), null);
    }
  }

  /** Adds the date that was at `at`, as the override changes it. */
  #addOverride(series: Series, override: Override, wall: WallTime, at: number): void {
    const { length } = override;
    const line = series.pattern ?? override;
    if (override.isAllDay) this.#addDays(series, override, wall, length, at, !line.isAllDay || at !== wall);
    else {
      const zone = zoneOf(override.zone, this.#viewer);
      const start = zone.instant(wall);
      const isMoved = line.isAllDay || at !== (isOnWallLine(line) ? wall : start);
      this.#put(series, at, start, endOf(zone, wall, start, length), { override, days: null, isMoved });
    }
  }

  #addDays(
    series: Series,
    override: Override | null,
    wall: WallTime,
    length: Length,
    at: number,
    isMoved: boolean,
  ): void {
    const first = dayOf(wall);
    const behind = first + Math.max(1, length.days);
    const start = this.#viewer.instant(first * DAY);
    const end = this.#viewer.instant(behind * DAY) + length.ms;
    this.#put(series, at, start, end, { override, days: [first, behind], isMoved });
  }

  #put(series: Series, at: number, start: Instant, end: Instant, exception: Exception | null): void {
    const { from, to } = this.#window;
    if (start >= to || (end <= from && (end !== start || start < from))) return;
    if (this.found.count >= this.#most) this.#isFull = true;
    else this.found.add(series, at, start, end, exception);
  }
}

/** Clocks are put back by less, so wall times this far apart keep their order as instants. */
const LARGEST_SHIFT_BACK = 3 * HOUR;

const endOf = (zone: Zone, wall: WallTime, start: Instant, { days, ms }: Length): Instant =>
  (days === 0 ? start : zone.instant(wall + days * DAY)) + ms;
