import type { ZoneName } from '../time.ts';
import type { OccurrenceTime } from './occurrence.ts';
import { originalStart } from './originalStart.ts';
import type { Override, Pattern, Series, SeriesDetails, SeriesOccurrence, SeriesStatus } from './series.ts';

/** An occurrence as an expansion finds it. What its series knows anyway is asked there, since a window holds thousands. */
export class DatedOccurrence implements SeriesOccurrence {
  readonly series: Series;
  readonly time: OccurrenceTime;
  readonly zone: ZoneName | null;
  readonly isMoved: boolean;
  /** Who says what it is. */
  readonly #source: Series | Override;
  /** Its original place on the time line of the series, which `line` describes. */
  readonly #at: number;
  readonly #line: Pick<Pattern, 'zone' | 'isAllDay'>;

  constructor(
    series: Series,
    source: Series | Override,
    at: number,
    line: Pick<Pattern, 'zone' | 'isAllDay'>,
    time: OccurrenceTime,
    zone: ZoneName | null,
    isMoved: boolean,
  ) {
    this.series = series;
    this.time = time;
    this.zone = zone;
    this.isMoved = isMoved;
    this.#source = source;
    this.#at = at;
    this.#line = line;
  }

  get uid(): string {
    return this.series.uid;
  }

  get originalStart(): string {
    return originalStart(this.#line, this.#at);
  }

  get status(): SeriesStatus {
    return this.#source.status;
  }

  get details(): SeriesDetails {
    return this.#source.details;
  }
}
