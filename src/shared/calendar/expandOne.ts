import { DAY, HOUR } from '../time.ts';
import type { Instant, TimeWindow } from '../time.ts';
import { DatedOccurrence } from './datedOccurrence.ts';
import type { OccurrenceTime } from './occurrence.ts';
import type { OccurrenceList } from './occurrenceList.ts';
import { overridesOf, shiftOf } from './overrides.ts';
import type { Overrides } from './overrides.ts';
import { isOnWallLine, visitDates } from './recurrence/patternDates.ts';
import type { DateSpan } from './recurrence/patternDates.ts';
import type { Budget } from './recurrence/walk.ts';
import type { Length, Override, Pattern, Series } from './series.ts';
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

/** Adds the occurrences of one series to `found`; true when a limit cut some off. */
export function expandOne(series: Series, expansion: Expansion, found: OccurrenceList): boolean {
  const { pattern } = series;
  const { viewer } = expansion;
  const places = new Places(series, expansion, found);
  let isCut = false;
  if (pattern !== null) {
    const overrides = overridesOf(series);
    const shownBy = pattern.isAllDay ? viewer : zoneOf(pattern.zone, viewer);
    const clock = pattern.isAllDay ? ianaZone('UTC') : shownBy;
    const span = spanFor(pattern, shownBy, overrides, expansion);
    isCut = visitDates(pattern, clock, span, (wall, at, length) => {
      if (overrides.replaces(at)) return;
      const range = overrides.ranges.findLast((candidate) => candidate.at <= at);
      if (range === undefined) places.addDate(pattern, shownBy, wall, length, at);
      else places.addOverride(range, wall + shiftOf(range, pattern, viewer), at);
    });
  }
  for (const override of series.overrides) places.addOverride(override, override.start, override.at);
  return isCut || places.isFull;
}

/** Where the pattern's dates lie that may reach into the window, also when THISANDFUTURE moves them. */
function spanFor(pattern: Pattern, shownBy: Zone, { ranges }: Overrides, expansion: Expansion): DateSpan {
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
  return {
    from: shownBy.wallTime(window.from - reach - latestShift) - PUT_BACK,
    to: shownBy.wallTime(window.to - earliestShift) + PUT_BACK,
    // Dates that only may reach into the window are not what its limit is about.
    countFrom: shownBy.wallTime(window.from) + PUT_BACK,
    most: room,
    budget,
  };
}

/** No clock is put back by more, so earlier wall times are earlier instants again. */
const PUT_BACK = 3 * HOUR;

/** Takes the dates of one series, and adds those to a list that overlap the window. */
class Places {
  /** There was one too many. */
  isFull = false;
  readonly #series: Series;
  readonly #window: TimeWindow;
  readonly #viewer: Zone;
  readonly #found: OccurrenceList;
  readonly #most: number;

  constructor(series: Series, { window, viewer, room }: Expansion, found: OccurrenceList) {
    this.#series = series;
    this.#window = window;
    this.#viewer = viewer;
    this.#found = found;
    this.#most = found.length + room;
  }

  /** A date as the pattern has it: `at` is its place on the pattern's time line, `zone` the clock that shows it. */
  addDate(pattern: Pattern, zone: Zone, wall: WallTime, length: Length, at: number): void {
    if (pattern.isAllDay) this.#addDays(this.#series, pattern, wall, length, at);
    else {
      const start = isOnWallLine(pattern) ? zone.instant(wall) : at;
      this.#addTimes(this.#series, pattern, zone, wall, start, length, at);
    }
  }

  /** What an override makes of the date that was at `at`. */
  addOverride(override: Override, wall: WallTime, at: number): void {
    const { length } = override;
    if (override.isAllDay) this.#addDays(override, override, wall, length, at);
    else {
      const zone = zoneOf(override.zone, this.#viewer);
      this.#addTimes(override, override, zone, wall, zone.instant(wall), length, at);
    }
  }

  #addTimes(
    source: Series | Override,
    frame: Frame,
    zone: Zone,
    wall: WallTime,
    start: Instant,
    { days, ms }: Length,
    at: number,
  ): void {
    if (start >= this.#window.to) return;
    const end = (days === 0 ? start : zone.instant(wall + days * DAY)) + ms;
    if (!this.#isAdmitted(start, end)) return;
    const line = this.#series.pattern ?? frame;
    const isMoved = line.isAllDay || at !== (isOnWallLine(line) ? wall : start);
    const name = frame.zone.kind === 'floating' ? null : zone.name;
    const time: OccurrenceTime = { kind: 'timed', start, end };
    this.#found.add(new DatedOccurrence(this.#series, source, at, line, time, name, isMoved), start, end);
  }

  #addDays(source: Series | Override, frame: Frame, wall: WallTime, length: Length, at: number): void {
    const day = dayOf(wall);
    const endDay = day + Math.max(1, length.days);
    const start = this.#viewer.instant(day * DAY);
    const end = this.#viewer.instant(endDay * DAY) + length.ms;
    if (start >= this.#window.to || !this.#isAdmitted(start, end)) return;
    const line = this.#series.pattern ?? frame;
    const isMoved = !line.isAllDay || at !== wall;
    const time: OccurrenceTime = { kind: 'allDay', start: dateText(day), end: dateText(endDay) };
    this.#found.add(new DatedOccurrence(this.#series, source, at, line, time, null, isMoved), start, end);
  }

  /** Whether something that starts before the window's end overlaps it, and there is room. */
  #isAdmitted(start: Instant, end: Instant): boolean {
    const { from } = this.#window;
    if (end <= from && (end !== start || start < from)) return false;
    if (this.#found.length >= this.#most) this.isFull = true;
    return !this.isFull;
  }
}

type Frame = Pick<Pattern, 'zone' | 'isAllDay'>;
