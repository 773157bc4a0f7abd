import { plainDetails } from '../plainDetails.ts';
import type {
  Length,
  Override,
  Pattern,
  Series,
  SeriesDetails,
  SeriesStatus,
  SeriesZone,
} from '../series.ts';
import type { TimeWindow } from '#base';
import { spanOf } from '../span.ts';
import type { WallTime } from '../wallTime.ts';
import { FeedDetails } from './feedDetails.ts';
import type { EventPart } from './readEvent.ts';
import { frameOf } from './writtenText.ts';

/**
 * A series of a feed. It parses its details on first access, because most series of a feed never reach a window; so
 * it holds the feed's text and stays in the thread that read it.
 */
export class FeedSeries implements Series {
  readonly uid: string;
  readonly pattern: Pattern | null;
  readonly overrides: readonly FeedOverride[];
  readonly span: TimeWindow;
  readonly doubt = null;
  readonly #master: EventPart | null;
  readonly #described: EventPart | null;
  #details: SeriesDetails | null = null;

  /** `master` is null if only overrides are known; then the first override describes the series. */
  constructor(
    uid: string,
    master: EventPart | null,
    described: EventPart | null,
    pattern: Pattern | null,
    overrides: readonly FeedOverride[],
  ) {
    this.uid = uid;
    this.pattern = pattern;
    this.overrides = overrides;
    this.span = spanOf(pattern, overrides);
    this.#master = master;
    this.#described = described;
  }

  /** Its texts in the feed, and what stands before all events; see `unchangedSeries`. */
  get written(): string {
    const changes = this.overrides.map(({ part }) => part);
    const parts = this.#master === null ? changes : [this.#master, ...changes];
    return parts.map(({ lines }) => lines.written()).join('\0');
  }
  get frame(): string | null {
    return this.#described === null ? null : frameOf(this.#described.context);
  }

  get sequence(): number {
    return this.#master?.sequence ?? 0;
  }

  get status(): SeriesStatus {
    return this.#master?.status ?? 'confirmed';
  }

  get details(): SeriesDetails {
    return (this.#details ??= this.#described === null ? plainDetails('') : new FeedDetails(this.#described));
  }
}

/** An override of a feed; it parses its details on first access, too. */
export class FeedOverride implements Override {
  readonly at: number;
  readonly isThisAndFuture: boolean;
  readonly zone: SeriesZone;
  readonly isAllDay: boolean;
  readonly start: WallTime;
  readonly length: Length;
  readonly part: EventPart;
  #details: SeriesDetails | null = null;

  constructor(at: number, part: EventPart) {
    this.at = at;
    this.isThisAndFuture = part.recurrenceId?.isThisAndFuture === true;
    this.zone = part.zone;
    this.isAllDay = part.isAllDay;
    this.start = part.start;
    this.length = part.length;
    this.part = part;
  }

  get status(): SeriesStatus {
    return this.part.status;
  }

  get details(): SeriesDetails {
    return (this.#details ??= new FeedDetails(this.part));
  }
}
