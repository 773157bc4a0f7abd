import { DAY } from '../../time.ts';
import type { TimeWindow } from '../../time.ts';
import type { Override, Pattern, Series, SeriesDetails, SeriesStatus } from '../series.ts';
import type { FeedContext } from './feedContext.ts';
import { FeedDetails } from './feedDetails.ts';
import { parametersIn } from './property.ts';
import type { Component } from './readComponents.ts';
import { readEvent } from './readEvent.ts';
import type { EventPart } from './readEvent.ts';
import { readPattern } from './readPattern.ts';
import { readExactDate } from './values.ts';
import type { DateValue } from './values.ts';

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
  const { outline } = component;
  if (outline === null || outline.recurrence.length > 0) return null;
  const { text, zones } = context;
  const uid = plainUid(text, outline.uid);
  const start = exactDate(text, outline.start, 'DTSTART'.length);
  const end = exactDate(text, outline.end, 'DTEND'.length);
  if (uid === '' || start === null || end === null) return null;
  // Both are on one clock where they are written alike but for their digits.
  if (end.date.wall < start.date.wall || end.parameters !== start.parameters) return null;
  const { wall, isDate, isUtc } = start.date;
  if (isUtc !== end.date.isUtc || isDate !== end.date.isDate) return null;
  const tzid = isDate || isUtc ? undefined : parametersIn(start.parameters).get('TZID');
  if (tzid && zones.zone(tzid) === null) return null;
  const last = isDate ? Math.max(end.date.wall, wall + DAY) : end.date.wall;
  return new SingleEvent(uid, { from: wall - DAY, to: last + DAY }, component, context);
}

/** Empty where there is none, or it is written in an unusual way. */
function plainUid(text: string, at: number): string {
  const from = at + 'UID'.length;
  const to = endOfLine(text, at);
  return to < 0 || text.charCodeAt(from) !== COLON ? '' : text.slice(from + 1, to).trim();
}

/** Lengths of `20261124T090000`, the same with `Z`, and `20261124`. */
const DATE_LENGTHS = [15, 16, 8] as const;

/** The date of a line, exactly as RFC 5545 has it, and its parameters as written; null where it is not, or there is no line. */
function exactDate(
  text: string,
  at: number,
  nameLength: number,
): { date: DateValue; parameters: string } | null {
  const to = endOfLine(text, at);
  const length = DATE_LENGTHS.find((one) => text.charCodeAt(to - one - 1) === COLON);
  if (to < 0 || length === undefined) return null;
  const date = readExactDate(text, to - length, to);
  return date && { date, parameters: text.slice(at + nameLength, to - length - 1) };
}

/** Where the line ends that begins at `at`; negative where it is folded, or there is none. */
function endOfLine(text: string, at: number): number {
  const feed = at < 0 ? -1 : text.indexOf('\n', at);
  const next = text.charCodeAt(feed + 1);
  if (feed < 0 || next === SPACE || next === TAB) return -1;
  return text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed;
}

const [CARRIAGE_RETURN, SPACE, TAB, COLON] = [13, 32, 9, 58];
