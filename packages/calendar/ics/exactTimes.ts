import type { SeriesZone } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import { FLOATING, UTC } from '../zones/zoneNames.ts';
import type { Component } from './component.ts';
import type { FeedContext } from './feedContext.ts';
import { endOfLine } from './lineCursor.ts';
import { exactWall } from './values.ts';

/** When an event takes place; both times are of one kind and in one zone. */
export interface ExactTimes {
  readonly start: WallTime;
  /** Not before the start. */
  readonly end: WallTime;
  readonly isDate: boolean;
  readonly zone: SeriesZone;
}

/**
 * Reads DTSTART and DTEND of a regular event in place, as nearly all software writes them. Null if they are written
 * otherwise, or in an unknown zone.
 */
export function readExactTimes({ outline }: Component, { text, zones }: FeedContext): ExactTimes | null {
  if (outline === null || outline.start < 0 || outline.end < 0) return null;
  const startTo = endOfLine(text, outline.start);
  const endTo = endOfLine(text, outline.end);
  const startAt = dateBefore(text, startTo);
  const endAt = dateBefore(text, endTo);
  if (startAt < 0 || endAt < 0 || startTo - startAt !== endTo - endAt) return null;
  // Equal property texts except for the digits mean the same zone.
  const parameters = text.slice(outline.start + 'DTSTART'.length, startAt - 1);
  const endParametersAt = outline.end + 'DTEND'.length;
  if (endAt - 1 - endParametersAt !== parameters.length || !text.startsWith(parameters, endParametersAt))
    return null;
  const start = exactWall(text, startAt, startTo);
  const end = exactWall(text, endAt, endTo);
  // Not a number if it is no date.
  if (!(end >= start)) return null;
  const isDate = startTo - startAt === '20261124'.length;
  const isUtc = startTo - startAt === '20261124T090000Z'.length;
  const zone = isUtc ? UTC : isDate || parameters === '' ? FLOATING : zones.zoneIn(parameters);
  return zone === null ? null : { start, end, isDate, zone };
}

/** Offset of the date after the last colon of a line, if it is written exactly as in RFC 5545; else negative. */
function dateBefore(text: string, end: number): number {
  if (end < 0) return -1;
  if (text.charCodeAt(end - '20261124T090000'.length - 1) === COLON) return end - '20261124T090000'.length;
  if (text.charCodeAt(end - '20261124T090000Z'.length - 1) === COLON) return end - '20261124T090000Z'.length;
  return text.charCodeAt(end - '20261124'.length - 1) === COLON ? end - '20261124'.length : -1;
}

const COLON = 58;
