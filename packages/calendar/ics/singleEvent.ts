import { DAY, type TimeWindow } from '#base';
import type { DayNumber } from '../wallTime.ts';
import type { Override, Pattern, Series, SeriesDetails, SeriesStatus } from '../series.ts';
import type { FeedContext } from './feedContext.ts';
import { FeedDetails } from './feedDetails.ts';
import { endOfLine } from './lineCursor.ts';
import { type EventPart, readEvent } from './readEvent.ts';
import { readPattern } from './readPattern.ts';
import { RegularEvent, type RegularEvents } from './regularEvents.ts';
import { frameOf, writtenText } from './writtenText.ts';

const NO_OVERRIDES: readonly Override[] = [];

/**
 * An event that takes place once. It is read only as far as needed to validate it and to compute its span. It is a
 * series of its own unless another event of the feed has its UID.
 */
export class SingleEvent implements Series {
  readonly uid: string;
  /** The first day and the exclusive last day of its span: as whole small numbers they need no memory of their own. */
  readonly firstDay: DayNumber;
  readonly behind: DayNumber;
  readonly #events: RegularEvents;
  readonly #row: number;
  readonly #context: FeedContext;
  #read: ReadEvent | null = null;

  constructor(
    uid: string,
    firstDay: DayNumber,
    behind: DayNumber,
    events: RegularEvents,
    row: number,
    context: FeedContext,
  ) {
    this.uid = uid;
    this.firstDay = firstDay;
    this.behind = behind;
    this.#events = events;
    this.#row = row;
    this.#context = context;
  }

  get span(): TimeWindow {
    return { from: this.firstDay * DAY, to: this.behind * DAY };
  }

  get overrides(): readonly Override[] {
    return NO_OVERRIDES;
  }

  get doubt(): null {
    return null;
  }

  /** Its dates. */
  get part(): EventPart {
    return this.#all.part;
  }

  get #all(): ReadEvent {
    return (this.#read ??= new ReadEvent(new RegularEvent(this.#events, this.#row), this.#context));
  }

  /** Its text in the feed, and what stands before all events; see `unchangedSeries`. */
  get written(): string {
    const events = this.#events;
    return writtenText(events.text, events.fromOf(this.#row), events.toOf(this.#row));
  }
  get frame(): string | null {
    return frameOf(this.#context);
  }

  get sequence(): number {
    return this.part.sequence;
  }

  get status(): SeriesStatus {
    return this.part.status;
  }

  get pattern(): Pattern {
    return this.#all.pattern;
  }

  get details(): SeriesDetails {
    return this.#all.details;
  }
}

/** All of a single event, which few of them are asked for. */
class ReadEvent {
  readonly part: EventPart;
  readonly pattern: Pattern;
  readonly details: SeriesDetails;

  constructor(event: RegularEvent, context: FeedContext) {
    const part = readEvent(event, context);
    if (part === null) throw new Error('A validated event cannot be read');
    this.part = part;
    this.pattern = readPattern(part);
    this.details = new FeedDetails(part);
  }
}

/** Reads a single event; null if its dates or UID need the general reader. */
export function readSingleEvent(
  events: RegularEvents,
  row: number,
  context: FeedContext,
): SingleEvent | null {
  if (events.repeatsFrom(row) < events.repeatsTo(row)) return null;
  const uid = plainUid(events.text, events.uidOf(row));
  const { times } = context;
  if (uid === '' || !times.read(events, row)) return null;
  const { startDay, endDay, isDate } = times;
  const lastDay = isDate ? Math.max(endDay, startDay + 1) : endDay;
  return new SingleEvent(uid, startDay - 1, lastDay + 2, events, row, context);
}

/** Empty if there is none or it is written unusually. */
function plainUid(text: string, at: number): string {
  const from = at + 'UID'.length;
  const to = endOfLine(text, at);
  return to < 0 || text.charCodeAt(from) !== COLON ? '' : text.slice(from + 1, to).trim();
}

const COLON = 58;
