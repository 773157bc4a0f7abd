import type { Instant, ZoneName } from '#base';
import type { OccurrenceTime } from './occurrenceTime.ts';
import { originalStart } from './originalStart.ts';
import type { Override, Series, SeriesDetails, SeriesOccurrence, SeriesStatus } from './series.ts';
import { dateText, type DayNumber } from './wallTime.ts';

/**
 * An occurrence found by an expansion. It reads what its series knows on demand, because a window holds thousands.
 */
export class DatedOccurrence implements SeriesOccurrence {
  readonly series: Series;
  /** For an all-day occurrence, midnights in the viewer's zone. */
  readonly start: Instant;
  readonly end: Instant;
  readonly isMoved: boolean;
  /** Its original start on the time line of the series. */
  readonly #at: number;
  /** The override that replaces what the series says. */
  readonly #override: Override | null;
  /** First day and exclusive last day of an all-day occurrence; null for a timed one. */
  readonly #days: readonly [DayNumber, DayNumber] | null;

  /** Positional, because an expansion creates thousands, and options objects would cost as much as the occurrences. */
  constructor(
    series: Series,
    override: Override | null,
    at: number,
    start: Instant,
    end: Instant,
    days: readonly [DayNumber, DayNumber] | null,
    isMoved: boolean,
  ) {
    this.series = series;
    this.start = start;
    this.end = end;
    this.isMoved = isMoved;
    this.#at = at;
    this.#override = override;
    this.#days = days;
  }

  get uid(): string {
    return this.series.uid;
  }

  get originalStart(): string {
    const line = this.series.pattern ?? this.#override;
    return line === null ? '' : originalStart(line, this.#at);
  }

  get time(): OccurrenceTime {
    if (this.#days === null) return { kind: 'timed', start: this.start, end: this.end };
    const [first, behind] = this.#days;
    return { kind: 'allDay', start: dateText(first), end: dateText(behind) };
  }

  get zone(): ZoneName | null {
    const frame = this.#override ?? this.series.pattern;
    return frame === null || frame.isAllDay || frame.zone.kind === 'floating' ? null : frame.zone.name;
  }

  get status(): SeriesStatus {
    return (this.#override ?? this.series).status;
  }

  get details(): SeriesDetails {
    return (this.#override ?? this.series).details;
  }
}
