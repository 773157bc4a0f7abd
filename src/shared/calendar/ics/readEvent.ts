import type { Length, SeriesStatus, SeriesZone } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import type { FeedContext } from './feedContext.ts';
import { quoted } from './feedProblems.ts';
import { LineCursor } from './lineCursor.ts';
import type { ContentLine } from './lineCursor.ts';
import { datedProperty, plainValue } from './property.ts';
import type { Component } from './readComponents.ts';
import { readLength } from './readLength.ts';
import { readWrittenDate } from './writtenDate.ts';
import type { WrittenDate } from './writtenDate.ts';

/** The date that an event replaces (RFC 5545 §3.8.4.4). */
export interface RecurrenceId extends WrittenDate {
  readonly isThisAndFuture: boolean;
}

/** A VEVENT (RFC 5545 §3.6.1) on its own, before it is put together with others of its UID. */
export interface EventPart {
  readonly context: FeedContext;
  readonly component: Component;
  /** Empty where there is none. */
  readonly uid: string;
  readonly sequence: number;
  /** DTSTAMP as written; it only orders parts that are alike otherwise. */
  readonly stamp: string;
  readonly status: SeriesStatus;
  readonly zone: SeriesZone;
  readonly isAllDay: boolean;
  readonly start: WallTime;
  readonly length: Length;
  readonly recurrenceId: RecurrenceId | null;
  /** Lines of RRULE, RDATE and EXDATE. */
  readonly recurrence: readonly ContentLine[];
  readonly assumptions: readonly string[];
}

const FLOATING: SeriesZone = { kind: 'floating' };
const NOTHING: readonly never[] = [];

/** Reads a VEVENT; null, with a problem, when it has no date that can be read. */
export function readEvent(component: Component, context: FeedContext): EventPart | null {
  const lines = placingLines(component, context);
  const assumptions: string[] = [];
  const start = lines.start === null ? null : readWrittenDate(lines.start, context, assumptions);
  if (start === null) return refuseStart(component, lines.start, context);
  const recurrenceId = lines.recurrenceId === null ? null : readRecurrenceId(lines.recurrenceId, context);
  if (lines.recurrenceId !== null && recurrenceId === null) return null;
  return {
    context,
    component,
    uid: valueOf(lines.uid),
    sequence: lines.sequence === null ? 0 : Math.trunc(Number(plainValue(lines.sequence))) || 0,
    stamp: valueOf(lines.stamp),
    status: lines.status === null ? 'confirmed' : statusOf(plainValue(lines.status)),
    zone: start.isDate ? FLOATING : start.zone,
    isAllDay: start.isDate,
    start: start.wall,
    length: readLength(start, lines.end, lines.duration, context),
    recurrenceId,
    recurrence: lines.recurrence,
    assumptions: assumptions.length > 0 ? assumptions : NOTHING,
  };
}

/** The lines that place an event in time; of those that may stand only once, the first. */
interface PlacingLines {
  start: ContentLine | null;
  end: ContentLine | null;
  duration: ContentLine | null;
  recurrenceId: ContentLine | null;
  uid: ContentLine | null;
  sequence: ContentLine | null;
  status: ContentLine | null;
  stamp: ContentLine | null;
  recurrence: readonly ContentLine[];
}

const ONCE = {
  DTSTART: 'start',
  DTEND: 'end',
  DURATION: 'duration',
  'RECURRENCE-ID': 'recurrenceId',
  UID: 'uid',
  SEQUENCE: 'sequence',
  STATUS: 'status',
  DTSTAMP: 'stamp',
} as const;
const ONCE_BY_NAME: ReadonlyMap<string, (typeof ONCE)[keyof typeof ONCE]> = new Map(Object.entries(ONCE));
const REPEATED: ReadonlySet<string> = new Set(['RRULE', 'RDATE', 'EXDATE']);
/** First letters and lengths of these names, BEGIN and END; most other lines are told from them by no more. */
const INITIALS: ReadonlySet<number> = new Set(
  ['d', 'r', 'u', 's', 'b', 'e'].map((letter) => letter.charCodeAt(0)),
);
const LENGTHS: ReadonlySet<number> = new Set(
  ['UID', 'BEGIN', 'STATUS', 'DTSTART', 'DURATION', 'RECURRENCE-ID'].map(({ length }) => length),
);

function placingLines(component: Component, { text, problems }: FeedContext): PlacingLines {
  const lines: PlacingLines = {
    start: null,
    end: null,
    duration: null,
    recurrenceId: null,
    uid: null,
    sequence: null,
    status: null,
    stamp: null,
    recurrence: NOTHING,
  };
  let recurrence: ContentLine[] | null = null;
  let depth = 0;
  for (const line = new LineCursor(text, component.from, component.to); line.next();) {
    if (line.nameLength === 0) {
      if (depth === 0) problems.addStray(line.from, line.read());
      continue;
    }
    if (!INITIALS.has(line.initial) || !LENGTHS.has(line.nameLength)) continue;
    const { name } = line;
    if (name === 'BEGIN') depth += 1;
    else if (name === 'END') depth -= 1;
    else if (depth > 0) continue;
    else if (REPEATED.has(name)) (recurrence ??= []).push(line.line(name));
    else {
      const field = ONCE_BY_NAME.get(name);
      if (field !== undefined) lines[field] ??= line.line(name);
    }
  }
  lines.recurrence = recurrence ?? NOTHING;
  return lines;
}

function refuseStart(component: Component, line: ContentLine | null, { problems }: FeedContext): null {
  const what =
    line === null ? 'this event has no start.' : `the start ${quoted(datedProperty(line).value)} is no date.`;
  problems.add(
    'calendar/brokenEvent',
    line?.at ?? component.at,
    what,
    'This event is left out; all others are kept.',
  );
  return null;
}

function readRecurrenceId(line: ContentLine, context: FeedContext): RecurrenceId | null {
  const date = readWrittenDate(line, context, []);
  const { parameters, value } = datedProperty(line);
  if (date !== null)
    return { ...date, isThisAndFuture: parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE' };
  const what = `the event replaces a date that cannot be read, ${quoted(value)}.`;
  context.problems.add(
    'calendar/brokenEvent',
    line.at,
    what,
    'This change of a meeting is left out; all others are kept.',
  );
  return null;
}

const valueOf = (line: ContentLine | null) => (line === null ? '' : plainValue(line));

function statusOf(text: string): SeriesStatus {
  const status = text.toLowerCase();
  if (status === 'cancelled' || status === 'canceled') return 'cancelled';
  return status === 'tentative' ? 'tentative' : 'confirmed';
}
