import type { Instant, ZoneName } from '#base';
import type { OccurrenceColumns } from './occurrenceColumns.ts';
import type { OccurrenceTime } from './occurrenceTime.ts';
import { originalStart } from './originalStart.ts';
import type { Series, SeriesDetails, SeriesOccurrence, SeriesStatus } from './series.ts';
import { dateText } from './wallTime.ts';

/** An occurrence found by an expansion: a row of its columns. It reads what its series knows on demand. */
export class DatedOccurrence implements SeriesOccurrence {
  readonly #columns: OccurrenceColumns;
  readonly #row: number;

  constructor(columns: OccurrenceColumns, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  get series(): Series {
    return this.#columns.seriesAt(this.#row);
  }

  /** For an all-day occurrence, midnights in the viewer's zone. */
  get start(): Instant {
    return this.#columns.startAt(this.#row);
  }
  get end(): Instant {
    return this.#columns.endAt(this.#row);
  }

  get isMoved(): boolean {
    return this.#columns.exceptionAt(this.#row)?.isMoved === true;
  }

  get uid(): string {
    return this.series.uid;
  }

  get originalStart(): string {
    const line = this.series.pattern ?? this.#columns.exceptionAt(this.#row)?.override ?? null;
    return line === null ? '' : originalStart(line, this.#columns.placeAt(this.#row));
  }

  get time(): OccurrenceTime {
    const days = this.#columns.exceptionAt(this.#row)?.days ?? null;
    return days === null
      ? { kind: 'timed', start: this.start, end: this.end }
      : { kind: 'allDay', start: dateText(days[0]), end: dateText(days[1]) };
  }

  get zone(): ZoneName | null {
    const frame = this.#columns.exceptionAt(this.#row)?.override ?? this.series.pattern;
    return frame === null || frame.isAllDay || frame.zone.kind === 'floating' ? null : frame.zone.name;
  }

  get status(): SeriesStatus {
    return (this.#columns.exceptionAt(this.#row)?.override ?? this.series).status;
  }

  get details(): SeriesDetails {
    return (this.#columns.exceptionAt(this.#row)?.override ?? this.series).details;
  }
}
