import { DAY } from '#base';
import type { SeriesZone } from '../series.ts';
import type { DayNumber, WallTime } from '../wallTime.ts';
import { FLOATING, UTC } from '../zones/zoneNames.ts';
import type { CalendarZones } from '../zones/calendarZones.ts';
import { endOfLine } from './lineCursor.ts';
import type { RegularEvents } from './regularEvents.ts';
import { exactDay, exactTime } from './values.ts';

/**
 * When an event takes place, of one event after the other: an object for each would be garbage at once. Both times
 * are of one kind and in one zone; days and times are apart, since only whole small numbers need no memory.
 */
export class ExactTimes {
  readonly #zones: CalendarZones;
  /** Texts of parameters that were read, by their length. */
  readonly #known: string[] = Array.from({ length: LONGEST_KNOWN + 1 }, () => '');
  startDay: DayNumber = 0;
  /** Not before the start. */
  endDay: DayNumber = 0;
  isDate = false;
  zone: SeriesZone = FLOATING;
  #startTime = 0;
  #endTime = 0;

  constructor(zones: CalendarZones) {
    this.#zones = zones;
  }

  get start(): WallTime {
    return this.startDay * DAY + this.#startTime;
  }
  get end(): WallTime {
    return this.endDay * DAY + this.#endTime;
  }

  /**
   * Reads DTSTART and DTEND of a regular event in place, as nearly all software writes them. False if they are written
   * otherwise, or in an unknown zone.
   */
  read(events: RegularEvents, row: number): boolean {
    const { text } = events;
    const startLine = events.startOf(row);
    const endLine = events.endOf(row);
    if (startLine < 0 || endLine < 0) return false;
    const startTo = endOfLine(text, startLine);
    const endTo = endOfLine(text, endLine);
    const startAt = dateBefore(text, startTo);
    const endAt = dateBefore(text, endTo);
    const length = startTo - startAt;
    if (startAt < 0 || endAt < 0 || endTo - endAt !== length) return false;
    // Equal property texts except for the digits mean the same zone.
    const parameters = this.#parameters(text, startLine + 'DTSTART'.length, startAt - 1);
    const endParametersAt = endLine + 'DTEND'.length;
    if (endAt - 1 - endParametersAt !== parameters.length || !text.startsWith(parameters, endParametersAt))
      return false;
    const startDay = exactDay(text, startAt);
    const endDay = exactDay(text, endAt);
    if (startDay === null || endDay === null) return false;
    this.isDate = length === '20261124'.length;
    this.startDay = startDay;
    this.endDay = endDay;
    this.#startTime = this.isDate ? 0 : exactTime(text, startAt, startTo);
    this.#endTime = this.isDate ? 0 : exactTime(text, endAt, endTo);
    if (this.#startTime < 0 || this.#endTime < 0) return false;
    if (endDay < startDay || (endDay === startDay && this.#endTime < this.#startTime)) return false;
    const isUtc = length === '20261124T090000Z'.length;
    const zone = isUtc ? UTC : this.isDate || parameters === '' ? FLOATING : this.#zones.zoneIn(parameters);
    if (zone !== null) this.zone = zone;
    return zone !== null;
  }

  /** A part of the text; a known one costs no new text, whose hash would have to be computed. */
  #parameters(text: string, from: number, to: number): string {
    const length = to - from;
    const known = this.#known[length];
    if (known === undefined) return text.slice(from, to);
    if (known !== '' && text.startsWith(known, from)) return known;
    return (this.#known[length] = text.slice(from, to));
  }
}

const LONGEST_KNOWN = 60;

/** Offset of the date after the last colon of a line, if it is written exactly as in RFC 5545; else negative. */
function dateBefore(text: string, end: number): number {
  if (end < 0) return -1;
  if (text.charCodeAt(end - '20261124T090000'.length - 1) === COLON) return end - '20261124T090000'.length;
  if (text.charCodeAt(end - '20261124T090000Z'.length - 1) === COLON) return end - '20261124T090000Z'.length;
  return text.charCodeAt(end - '20261124'.length - 1) === COLON ? end - '20261124'.length : -1;
}

const COLON = 58;
