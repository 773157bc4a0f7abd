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

const NO_OVERRIDES: readonly Override[] = [];

/**
 * An event that takes place once, of which no more is read at first than shows that it is right and what its span is.
 * It is a series of its own where no other event of the feed has its UID.
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
  // Both are on one clock where they are written alike but for their digits.
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

/** Empty where there is none, or it is written in an unusual way. */
function plainUid(text: string, at: number): string {
  const from = at + 'UID'.length;
  const to = endOfLine(text, at);
  return to < 0 || text.charCodeAt(from) !== COLON ? '' : text.slice(from + 1, to).trim();
}

/** Where the date begins that stands behind the last colon of a line and is written exactly as RFC 5545 has it; negative where none does. */
function dateBefore(text: string, end: number): number {
  if (end < 0) return -1;
  if (text.charCodeAt(end - '20261124T090000'.length - 1) === COLON) return end - '20261124T090000'.length;
  if (text.charCodeAt(end - '20261124T090000Z'.length - 1) === COLON) return end - '20261124T090000Z'.length;
  return text.charCodeAt(end - '20261124'.length - 1) === COLON ? end - '20261124'.length : -1;
}

const COLON = 58;
