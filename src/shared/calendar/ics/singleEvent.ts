import { DAY } from '../../time.ts';
import type { TimeWindow } from '../../time.ts';
import type { Override, Pattern, Series, SeriesDetails, SeriesStatus } from '../series.ts';
import { eventLines } from './eventLines.ts';
import type { FeedContext } from './feedContext.ts';
import { FeedDetails } from './feedDetails.ts';
import type { ContentLine } from './lineCursor.ts';
import { plainValue } from './property.ts';
import type { Component } from './readComponents.ts';
import { readEvent } from './readEvent.ts';
import type { EventPart } from './readEvent.ts';
import { readPattern } from './readPattern.ts';
import { readExactDate } from './values.ts';
import { readWrittenDate } from './writtenDate.ts';

const NO_OVERRIDES: readonly Override[] = [];

/**
 * An event that takes place once, of which no more is read at first than shows that it is right and what its span is.
 * It is a series of its own where no other event of the feed has its UID.
 */
export class SingleEvent implements Series {
  readonly uid: string;
  readonly span: TimeWindow;
  readonly overrides = NO_OVERRIDES;
  readonly isWeekUnknown = false;
  readonly #component: Component;
  readonly #context: FeedContext;
  #part: EventPart | null = null;
  #pattern: Pattern | null = null;
  #details: SeriesDetails | null = null;

  constructor(uid: string, span: TimeWindow, component: Component, context: FeedContext) {
    this.uid = uid;
    this.span = span;
    this.#component = component;
    this.#context = context;
  }

  /** All of it that places it in time. */
  get part(): EventPart {
    this.#part ??= readEvent(this.#component, this.#context);
    if (this.#part === null) throw new Error('An event that was found to be right cannot be read');
    return this.#part;
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

/** Reads a single event; null where anything about its dates or its UID needs a closer look. */
export function readSingleEvent(component: Component, context: FeedContext): SingleEvent | null {
  if (!component.isSingle) return null;
  const lines = eventLines(context.text, component, null);
  const uidLine = lines.first('UID');
  const startLine = lines.first('DTSTART');
  const endLine = lines.first('DTEND');
  if (uidLine === null || startLine === null || endLine === null) return null;
  const uid = plainValue(uidLine);
  const end = endLike(startLine, endLine);
  if (uid === '' || end === null) return null;
  const start = readWrittenDate(startLine, context, []);
  if (start === null || end < start.wall) return null;
  const last = start.isDate ? Math.max(end, start.wall + DAY) : end;
  return new SingleEvent(uid, { from: start.wall - DAY, to: last + DAY }, component, context);
}

/** The end on the clock of the start, where both lines are written alike but for their digits. */
function endLike(start: ContentLine, end: ContentLine): number | null {
  const { name, text } = start;
  const colon = text.lastIndexOf(':');
  const shift = name.length - end.name.length;
  const isAlike =
    end.text.length === text.length - shift &&
    end.text.startsWith(text.slice(name.length, colon), end.name.length);
  return isAlike ? (readExactDate(end.text, colon + 1 - shift)?.wall ?? null) : null;
}
