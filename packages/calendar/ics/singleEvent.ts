import { DAY, type TimeWindow } from '#base';
import { type DayNumber, dayOf } from '../wallTime.ts';
import type { Override, Pattern, Series, SeriesDetails, SeriesStatus } from '../series.ts';
import { readExactTimes } from './exactTimes.ts';
import type { FeedContext } from './feedContext.ts';
import { FeedDetails } from './feedDetails.ts';
import { endOfLine } from './lineCursor.ts';
import type { Component } from './component.ts';
import { type EventPart, readEvent } from './readEvent.ts';
import { readPattern } from './readPattern.ts';
import { frameOf, writtenText } from './writtenText.ts';

const NO_OVERRIDES: readonly Override[] = [];

/**
 * An event that takes place once. It is read only as far as needed to validate it and to compute its span. It is a
 * series of its own unless another event of the feed has its UID.
 */
export class SingleEvent implements Series {
  readonly uid: string;
  /** Its span in days: as whole small numbers they need no memory of their own. */
  readonly #firstDay: DayNumber;
  readonly #behind: DayNumber;
  readonly #component: Component;
  readonly #context: FeedContext;
  #part: EventPart | null = null;
  #pattern: Pattern | null = null;
  #details: SeriesDetails | null = null;

  /** The first day and the exclusive last day of its span. */
  constructor(
    uid: string,
    firstDay: DayNumber,
    behind: DayNumber,
    component: Component,
    context: FeedContext,
  ) {
    this.uid = uid;
    this.#firstDay = firstDay;
    this.#behind = behind;
    this.#component = component;
    this.#context = context;
  }

  get span(): TimeWindow {
    return { from: this.#firstDay * DAY, to: this.#behind * DAY };
  }

  get overrides(): readonly Override[] {
    return NO_OVERRIDES;
  }

  get doubt(): null {
    return null;
  }

  /** Its dates. */
  get part(): EventPart {
    this.#part ??= readEvent(this.#component, this.#context);
    if (this.#part === null) throw new Error('A validated event cannot be read');
    return this.#part;
  }

  /** Its text in the feed, and what stands before all events; see `unchangedSeries`. */
  get written(): string {
    return writtenText(this.#context.text, this.#component);
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
    return (this.#pattern ??= readPattern(this.part));
  }

  get details(): SeriesDetails {
    return (this.#details ??= new FeedDetails(this.part));
  }
}

/** Reads a single event; null if its dates or UID need the general reader. */
export function readSingleEvent(component: Component, context: FeedContext): SingleEvent | null {
  const { outline } = component;
  if (outline === null || outline.recurrence.length > 0) return null;
  const uid = plainUid(context.text, outline.uid);
  const times = uid === '' ? null : readExactTimes(component, context);
  if (times === null) return null;
  const { start, end, isDate } = times;
  const last = isDate ? Math.max(end, start + DAY) : end;
  return new SingleEvent(uid, dayOf(start) - 1, dayOf(last) + 2, component, context);
}

/** Empty if there is none or it is written unusually. */
function plainUid(text: string, at: number): string {
  const from = at + 'UID'.length;
  const to = endOfLine(text, at);
  return to < 0 || text.charCodeAt(from) !== COLON ? '' : text.slice(from + 1, to).trim();
}

const COLON = 58;
