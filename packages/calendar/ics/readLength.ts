import { DAY } from '#base';
import type { FlawOfEnd } from '../problems.ts';
import type { Length, SeriesZone } from '../series.ts';
import { dayOf } from '../wallTime.ts';
import { ianaZone, zoneOf } from '../zones/zone.ts';
import type { EventLines } from './eventLines.ts';
import type { ExactTimes } from './exactTimes.ts';
import type { FeedContext } from './feedContext.ts';
import { datedProperty } from './property.ts';
import type { ContentLine } from './lineCursor.ts';
import { readDuration } from './values.ts';
import { readWrittenDate, type WrittenDate } from './writtenDate.ts';

/**
 * The duration of an event (RFC 5545 §3.6.1): DTEND as an exact time (§3.8.5.3), else DURATION, else one day for
 * dates and zero for times. An impossible value is reported and ignored.
 */
export function readLength(start: WrittenDate, lines: EventLines, context: FeedContext): Length {
  const endLine = lines.first('DTEND');
  const end = endLine === null ? null : readWrittenDate(endLine, context, []);
  const length = end === null ? null : lengthUntil(end, start);
  if (length !== null) return length;
  if (endLine !== null) report(endLine, end === null ? 'notADate' : 'beforeStart', context);
  const durationLine = lines.first('DURATION');
  if (durationLine !== null) {
    const duration = readDuration(datedProperty(durationLine).value);
    if (duration !== null && (duration.sign > 0 || (duration.days === 0 && duration.ms === 0)))
      return asLength(duration, start);
    report(durationLine, duration === null ? 'notADuration' : 'negative', context);
  }
  return { days: start.isDate ? 1 : 0, ms: 0 };
}

/** The duration from start to end, as {@link readLength} gives it. */
export function exactLength({ start, end, isDate, zone }: ExactTimes): Length {
  if (isDate) return { days: Math.max(1, dayOf(end) - dayOf(start)), ms: 0 };
  if (zone.kind === 'floating') return { days: 0, ms: end - start };
  const clock = zoneOf(zone, ianaZone('UTC'));
  // If the clock changes in between, the instants may be the other way round.
  return { days: 0, ms: Math.max(0, clock.instant(end) - clock.instant(start)) };
}

function report(line: ContentLine, flaw: FlawOfEnd, { problems }: FeedContext): void {
  problems.add('calendar/brokenEnd', line.at, datedProperty(line).value, flaw);
}

function asLength({ days, ms }: Length, start: WrittenDate): Length {
  return start.isDate ? { days: Math.max(1, days + Math.floor(ms / DAY)), ms: 0 } : { days, ms };
}

/** Null if the end is before the start. */
function lengthUntil(end: WrittenDate, start: WrittenDate): Length | null {
  if (start.isDate) {
    const days = Math.ceil(end.wall / DAY) - dayOf(start.wall);
    // An end on the start date is a common way to write one day.
    return days < 0 ? null : { days: Math.max(1, days), ms: 0 };
  }
  const isWall = start.zone.kind === 'floating';
  const ms = isWall ? end.wall - start.wall : instantOf(end, start.zone) - instantOf(start, start.zone);
  // On one clock, wall times decide, even if a clock change in between reverses the instants.
  if (end.zone === start.zone && end.wall >= start.wall) return { days: 0, ms: Math.max(0, ms) };
  return ms < 0 ? null : { days: 0, ms };
}

/** The instant of a date; a date without a zone is in the zone of the start. */
function instantOf(date: WrittenDate, fallback: SeriesZone): number {
  const zone = date.zone.kind === 'floating' ? fallback : date.zone;
  return zoneOf(zone, ianaZone('UTC')).instant(date.wall);
}
