import type { Length, SeriesStatus, SeriesZone } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import type { FeedContext } from './feedContext.ts';
import { quoted } from './feedProblems.ts';
import { datedProperty, plainValue } from './property.ts';
import type { Component, ContentLine } from './readComponents.ts';
import { readLength } from './readLength.ts';
import { readWrittenDate } from './writtenDate.ts';
import type { WrittenDate } from './writtenDate.ts';

/** A VEVENT (RFC 5545 §3.6.1) on its own, before it is put together with others of its UID. */
export interface EventPart {
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
  readonly recurrenceId: (WrittenDate & { readonly isThisAndFuture: boolean }) | null;
  /** Lines of RRULE, RDATE and EXDATE. */
  readonly recurrence: readonly ContentLine[];
  readonly assumptions: readonly string[];
  readonly component: Component;
}

const FLOATING: SeriesZone = { kind: 'floating' };

/** An event with what it was read with. */
export interface ReadPart {
  readonly part: EventPart;
  readonly context: FeedContext;
}

/** Reads a VEVENT; null, with a problem, when it has no date that can be read. */
export function readEvent(component: Component, context: FeedContext): EventPart | null {
  const { problems } = context;
  const found = new Map<string, ContentLine>();
  const recurrence: ContentLine[] = [];
  for (const line of component.lines) {
    if (line.name === 'RRULE' || line.name === 'RDATE' || line.name === 'EXDATE') recurrence.push(line);
    else if (!found.has(line.name)) found.set(line.name, line);
  }
  const assumptions: string[] = [];
  const startLine = found.get('DTSTART');
  const start = startLine === undefined ? null : readWrittenDate(startLine, context, assumptions);
  if (startLine === undefined || start === null) {
    const what =
      startLine === undefined
        ? 'this event has no start.'
        : `the start ${quoted(datedProperty(startLine).value)} is no date.`;
    problems.add(
      'calendar/brokenEvent',
      startLine?.number ?? component.line,
      what,
      'This event is left out; all others are kept.',
    );
    return null;
  }
  const idLine = found.get('RECURRENCE-ID');
  const id = idLine === undefined ? null : readWrittenDate(idLine, context, []);
  if (idLine !== undefined && id === null) {
    const what = `the event replaces a date that cannot be read, ${quoted(datedProperty(idLine).value)}.`;
    problems.add(
      'calendar/brokenEvent',
      idLine.number,
      what,
      'This change of a meeting is left out; all others are kept.',
    );
    return null;
  }
  return {
    uid: valueOf(found.get('UID')),
    sequence: Math.trunc(Number(valueOf(found.get('SEQUENCE')))) || 0,
    stamp: valueOf(found.get('DTSTAMP')),
    status: statusOf(valueOf(found.get('STATUS'))),
    zone: start.isDate ? FLOATING : start.zone,
    isAllDay: start.isDate,
    start: start.wall,
    length: readLength(start, found.get('DTEND'), found.get('DURATION'), context),
    recurrenceId:
      id === null || idLine === undefined
        ? null
        : {
            ...id,
            isThisAndFuture: datedProperty(idLine).parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
          },
    recurrence,
    assumptions,
    component,
  };
}

const valueOf = (line: ContentLine | undefined) => (line === undefined ? '' : plainValue(line));

function statusOf(text: string): SeriesStatus {
  const status = text.toLowerCase();
  if (status === 'cancelled' || status === 'canceled') return 'cancelled';
  return status === 'tentative' ? 'tentative' : 'confirmed';
}
