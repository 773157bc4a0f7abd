import type { Doubt } from '../doubt.ts';
import type { Length, SeriesStatus, SeriesZone } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import { FLOATING } from '../zones/zoneNames.ts';
import { saysCancelled } from './cancelledTitle.ts';
import { eventLines, type EventLines } from './eventLines.ts';
import type { FeedContext } from './feedContext.ts';
import type { ContentLine } from './lineCursor.ts';
import { datedProperty, plainValue } from './property.ts';
import type { EventText } from './component.ts';
import { exactLength, readLength } from './readLength.ts';
import { RegularEvent } from './regularEvents.ts';
import { readWrittenDate, type WrittenDate } from './writtenDate.ts';

/** The date that an override replaces (RFC 5545 §3.8.4.4). */
export interface RecurrenceId extends WrittenDate {
  readonly isThisAndFuture: boolean;
}

/** When an event takes place. */
interface EventDates {
  readonly start: WallTime;
  readonly isDate: boolean;
  readonly zone: SeriesZone;
}

/** A VEVENT (RFC 5545 §3.6.1), before it is grouped with others of the same UID. */
export class EventPart {
  readonly context: FeedContext;
  readonly lines: EventLines;
  #status: SeriesStatus | null = null;
  /** Empty if there is none. */
  readonly uid: string;
  readonly zone: SeriesZone;
  readonly isAllDay: boolean;
  readonly start: WallTime;
  readonly length: Length;
  readonly recurrenceId: RecurrenceId | null;
  readonly doubts: readonly Doubt[];

  constructor(
    context: FeedContext,
    lines: EventLines,
    { start, isDate, zone }: EventDates,
    length: Length,
    recurrenceId: RecurrenceId | null,
    doubts: readonly Doubt[],
  ) {
    this.context = context;
    this.lines = lines;
    this.uid = valueOf(lines.first('UID'));
    this.zone = isDate ? FLOATING : zone;
    this.isAllDay = isDate;
    this.start = start;
    this.length = length;
    this.recurrenceId = recurrenceId;
    this.doubts = doubts;
  }

  get sequence(): number {
    return Math.trunc(Number(valueOf(this.lines.first('SEQUENCE')))) || 0;
  }

  /** DTSTAMP as written; decides only between otherwise equal versions. */
  get stamp(): string {
    return valueOf(this.lines.first('DTSTAMP'));
  }

  get status(): SeriesStatus {
    return (this.#status ??= statusOf(this));
  }

  /** The title begins with the cancellation prefix of Outlook and Exchange. */
  get saysCancelled(): boolean {
    const line = this.lines.first('SUMMARY');
    return line !== null && saysCancelled(plainValue(line));
  }
}

/**
 * Reads a VEVENT. Null, with a problem, if it has no readable date. Of properties that may occur once, the first
 * counts.
 */
export function readEvent(event: EventText, context: FeedContext): EventPart | null {
  const { times } = context;
  const lines = eventLines(context.text, event, context.problems);
  if (event instanceof RegularEvent && times.read(event.events, event.row))
    return partOf(times, exactLength(times), NO_DOUBTS, lines, context);
  const doubts: Doubt[] = [];
  const startLine = lines.first('DTSTART');
  const start = startLine === null ? null : readWrittenDate(startLine, context, doubts);
  if (start === null) return refuseStart(event, startLine, context);
  const { wall, isDate, zone } = start;
  const length = readLength(start, lines, context);
  return partOf({ start: wall, isDate, zone }, length, doubts, lines, context);
}

const NO_DOUBTS: readonly Doubt[] = [];

/** Adds the date that it replaces; null, with a problem, if that date cannot be read. */
function partOf(
  dates: EventDates,
  length: Length,
  doubts: readonly Doubt[],
  lines: EventLines,
  context: FeedContext,
): EventPart | null {
  const changed = lines.first('RECURRENCE-ID');
  const recurrenceId = changed === null ? null : readRecurrenceId(changed, context);
  if (changed !== null && recurrenceId === null) return null;
  return new EventPart(context, lines, dates, length, recurrenceId, doubts);
}

function refuseStart(event: EventText, line: ContentLine | null, { problems }: FeedContext): null {
  const start = line === null ? null : datedProperty(line).value;
  problems.add('calendar/brokenEvent', line?.at ?? event.at, { start });
  return null;
}

function readRecurrenceId(line: ContentLine, context: FeedContext): RecurrenceId | null {
  const date = readWrittenDate(line, context, []);
  const { parameters, value } = datedProperty(line);
  if (date !== null)
    return { ...date, isThisAndFuture: parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE' };
  context.problems.add('calendar/brokenEvent', line.at, { replaced: value });
  return null;
}

const valueOf = (line: ContentLine | null) => (line === null ? '' : plainValue(line));

function statusOf({ context: { method }, lines, saysCancelled }: EventPart): SeriesStatus {
  const status = valueOf(lines.first('STATUS')).toLowerCase();
  if (status === 'cancelled' || status === 'canceled' || method === 'CANCEL') return 'cancelled';
  // Neither the title nor free time is proof ("Focus: writing" is free, too). Exchange sets both.
  if (saysCancelled && isMarked(lines, 'FREE')) return 'cancelled';
  if (status === 'tentative' || isProposal(method)) return 'tentative';
  return method !== 'REQUEST' && isMarked(lines, 'TENTATIVE') && !hasReplies(lines)
    ? 'tentative'
    : 'confirmed';
}

/**
 * How Outlook shows the time: what its user answered, in calendars that name no attendees. An invitation has it too, as
 * what to show until the user answers.
 */
const isMarked = (lines: EventLines, as: 'FREE' | 'TENTATIVE'): boolean =>
  valueOf(lines.first('X-MICROSOFT-CDO-BUSYSTATUS')).trim().toUpperCase() === as;

const hasReplies = (lines: EventLines): boolean =>
  lines.all('ATTENDEE').some(({ text }) => /;PARTSTAT=/i.test(text));

/** An attendee proposes another time to the organizer; it is not agreed (RFC 5546 §3.2.7). */
export const isProposal = (method: string): boolean => method === 'COUNTER' || method === 'DECLINECOUNTER';
