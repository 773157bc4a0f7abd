import { DAY, type TimeWindow } from '#base';
import type { Override, Pattern, Series, SeriesDetails, SeriesStatus } from '../series.ts';
import type { FeedContext } from './feedContext.ts';
import { FeedDetails } from './feedDetails.ts';
import { endOfLine } from './lineCursor.ts';
import { parametersIn } from './property.ts';
import type { Component } from './component.ts';
import { type EventPart, readEvent } from './readEvent.ts';
import { readPattern } from './readPattern.ts';
import { readExactDate } from './values.ts';
import { frameOf, writtenText } from './writtenText.ts';

const NO_OVERRIDES: readonly Override[] = [];

/**
 * An event that takes place once. It is read only as far as needed to validate it and to compute its span. It is a
 * series of its own unless another event of the feed has its UID.
 */
export class SingleEvent implements Series {
  readonly uid: string;
  readonly span: TimeWindow;
  readonly overrides = NO_OVERRIDES;
  readonly doubt = null;
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
  const { text, zones } = context;
  const uid = plainUid(text, outline.uid);
  const startLineEnd = endOfLine(text, outline.start);
  const endLineEnd = endOfLine(text, outline.end);
  const startAt = dateBefore(text, startLineEnd);
  const endAt = dateBefore(text, endLineEnd);
  if (uid === '' || startAt < 0 || endAt < 0) return null;
  const start = readExactDate(text, startAt, startLineEnd);
  const end = readExactDate(text, endAt, endLineEnd);
  if (start === null || end === null || end.wall < start.wall) return null;
  // Equal property texts except for the digits mean the same zone.
  const parameters = text.slice(outline.start + 'DTSTART'.length, startAt - 1);
  const isAlike =
    parameters === text.slice(outline.end + 'DTEND'.length, endAt - 1) &&
    startLineEnd - startAt === endLineEnd - endAt;
  if (!isAlike) return null;
  const { wall, isDate, isUtc } = start;
  const tzid = isDate || isUtc ? undefined : parametersIn(parameters).get('TZID');
  if (tzid && zones.zone(tzid) === null) return null;
  const last = isDate ? Math.max(end.wall, wall + DAY) : end.wall;
  return new SingleEvent(uid, { from: wall - DAY, to: last + DAY }, component, context);
}

/** Empty if there is none or it is written unusually. */
function plainUid(text: string, at: number): string {
  const from = at + 'UID'.length;
  const to = endOfLine(text, at);
  return to < 0 || text.charCodeAt(from) !== COLON ? '' : text.slice(from + 1, to).trim();
}

/** Offset of the date after the last colon of a line, if it is written exactly as in RFC 5545; else negative. */
function dateBefore(text: string, end: number): number {
  if (end < 0) return -1;
  if (text.charCodeAt(end - '20261124T090000'.length - 1) === COLON) return end - '20261124T090000'.length;
  if (text.charCodeAt(end - '20261124T090000Z'.length - 1) === COLON) return end - '20261124T090000Z'.length;
  return text.charCodeAt(end - '20261124'.length - 1) === COLON ? end - '20261124'.length : -1;
}

const COLON = 58;
