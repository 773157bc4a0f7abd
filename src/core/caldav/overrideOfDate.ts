import type { ZoneName } from '#base';
import { ownLines, splitLine, writtenLine, type RawLine, type RawPart, type SplitLine } from './rawObject.ts';

/** One date of a series in its object: the event that replaces it, found or made (RFC 5545 §3.8.4.4). */

/** A date as the events of an object may write it. */
export interface DateForms {
  /** `20261203T090000Z`; null for a date without a time, or a floating one. */
  readonly utc: string | null;
  /** `20261203T100000` on the clock of the series, or `20261203`; null if its zone is unknown. */
  readonly wall: string | null;
}

/** The value of an event's RECURRENCE-ID; null for the series itself. */
export function recurrenceIdOf(part: RawPart): string | null {
  const line = ownLines(part).find(({ name }) => name === 'RECURRENCE-ID');
  return line === undefined ? null : splitLine(line).value.trim();
}

/** @param date its original start as in the key of the occurrence, and the home zone of its series */
export function datesOf(
  parts: readonly RawPart[],
  date: { readonly originalStart: string; readonly zone: ZoneName | null },
): DateForms {
  const { originalStart } = date;
  const plain = originalStart.replaceAll(/[-:]|\.\d+/g, '');
  if (!plain.endsWith('Z')) return { utc: null, wall: plain };
  const start = parts
    .filter(({ isEvent }) => isEvent)
    .flatMap(ownLines)
    .find(({ name }) => name === 'DTSTART');
  const isUtc = start !== undefined && splitLine(start).value.trim().endsWith('Z');
  const zone = isUtc ? 'UTC' : date.zone;
  return { utc: plain, wall: zone === null ? null : wallStamp(Date.parse(originalStart), zone) };
}

/** `20261203T100000` */
function wallStamp(at: number, zone: ZoneName): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const of = (...types: readonly Intl.DateTimeFormatPartTypes[]): string =>
    types.map((type) => part.get(type) ?? '').join('');
  return `${of('year', 'month', 'day')}T${of('hour', 'minute', 'second')}`;
}

/** Whether an event replaces that date. */
export function isOnDate(part: RawPart, { utc, wall }: DateForms): boolean {
  const id = recurrenceIdOf(part);
  if (id === null) return false;
  if (id.endsWith('Z')) return id === utc;
  // Some programs write only the day.
  return id === wall || (id.length === 8 && wall?.slice(0, 8) === id);
}

/** Properties of a series that one date does not have. */
const OF_SERIES: ReadonlySet<string> = new Set(['RRULE', 'RDATE', 'EXDATE', 'EXRULE']);

/** The event of one date, as the series gives it. Null if the zone of the series is unknown. */
export function overrideOf(master: RawPart, date: DateForms, end: string): RawPart | null {
  const own = new Set(ownLines(master));
  const start = [...own].find(({ name }) => name === 'DTSTART');
  if (start === undefined) return null;
  const from = splitLine(start);
  const isUtc = from.value.trim().endsWith('Z');
  const value = isUtc ? date.utc : date.wall;
  if (value === null) return null;
  const id: SplitLine = {
    name: 'RECURRENCE-ID',
    parameters: from.parameters.filter((one) => /^(?:TZID|VALUE)=/i.test(one)),
    value,
  };
  const moved = (line: RawLine): readonly RawLine[] => {
    if (line === start) return [writtenLine({ ...from, value }, end), writtenLine(id, end)];
    if (!own.has(line)) return [line];
    if (OF_SERIES.has(line.name)) return [];
    if (line.name !== 'DTEND') return [line];
    const until = splitLine(line);
    return [writtenLine({ ...until, value: shifted(until.value.trim(), from.value.trim(), value) }, end)];
  };
  return { isEvent: true, lines: master.lines.flatMap(moved) };
}

/** A date and time as ms on its own clock. */
function clockOf(stamp: string): number {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/.exec(stamp) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

/** The end of a date that is as long on the clock as the first one. */
function shifted(end: string, start: string, newStart: string): string {
  const at = new Date(clockOf(end) + clockOf(newStart) - clockOf(start));
  if (Number.isNaN(at.getTime())) return end;
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
  return end.length === 8 ? stamp.slice(0, 8) : `${stamp}${end.endsWith('Z') ? 'Z' : ''}`;
}
