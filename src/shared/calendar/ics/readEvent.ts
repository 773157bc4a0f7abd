import type { Length, SeriesStatus, SeriesZone } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import { eventLines } from './eventLines.ts';
import type { FeedContext } from './feedContext.ts';
import { quoted } from './feedProblems.ts';
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

/** Reads a VEVENT; null, with a problem, when it has no date that can be read. Of lines that may stand only once the first counts. */
export function readEvent(component: Component, context: FeedContext): EventPart | null {
  const lines = eventLines(context.text, component, context.problems);
  const assumptions: string[] = [];
  const startLine = lines.first('DTSTART');
  const start = startLine === null ? null : readWrittenDate(startLine, context, assumptions);
  if (start === null) return refuseStart(component, startLine, context);
  const { isSingle } = component;
  const changed = isSingle ? null : lines.first('RECURRENCE-ID');
  const recurrenceId = changed === null ? null : readRecurrenceId(changed, context);
  if (changed !== null && recurrenceId === null) return null;
  return {
    context,
    component,
    uid: valueOf(lines.first('UID')),
    sequence: Math.trunc(Number(valueOf(lines.first('SEQUENCE')))) || 0,
    stamp: valueOf(lines.first('DTSTAMP')),
    status: statusOf(valueOf(lines.first('STATUS'))),
    zone: start.isDate ? FLOATING : start.zone,
    isAllDay: start.isDate,
    start: start.wall,
    length: readLength(start, lines, context),
    recurrenceId,
    recurrence: isSingle ? NOTHING : RECURRENCE.flatMap((name) => lines.all(name)),
    assumptions: assumptions.length > 0 ? assumptions : NOTHING,
  };
}

const RECURRENCE = ['RRULE', 'RDATE', 'EXDATE'] as const;

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
