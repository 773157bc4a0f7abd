import { quotable } from '#base';
import type { Doubt } from '../doubt.ts';
import type { SeriesZone } from '../series.ts';
import { FLOATING, UTC } from '../zones/zoneNames.ts';
import type { FeedContext } from './feedContext.ts';
import { datedProperty } from './property.ts';
import type { ContentLine } from './lineCursor.ts';
import { type DateValue, readDateValue } from './values.ts';

/** A date as written, with its zone; floating if it has none. */
export interface WrittenDate extends DateValue {
  readonly zone: SeriesZone;
}

/**
 * Reads the date of a line with its zone. An unknown zone is reported and added to `doubts`. Null if it is not a date.
 */
export function readWrittenDate(
  line: ContentLine,
  context: FeedContext,
  doubts: Doubt[],
): WrittenDate | null {
  const { parameters, value } = datedProperty(line);
  const date = readDateValue(value);
  if (date === null) return null;
  const zone = zoneOfDate(date, { tzid: parameters.get('TZID'), at: line.at }, context, doubts);
  return { wall: date.wall, isDate: date.isDate, isUtc: date.isUtc, zone };
}

/** The zone of a date with this TZID, on the line at `at`. */
export function zoneOfDate(
  date: DateValue,
  { tzid, at }: { readonly tzid: string | undefined; readonly at: number },
  { zones, calendarZone, problems }: FeedContext,
  doubts: Doubt[],
): SeriesZone {
  if (date.isUtc) return UTC;
  if (date.isDate || !tzid) return FLOATING;
  const zone = zones.zone(tzid);
  if (zone !== null) return zone;
  const readIn = calendarZone?.kind === 'iana' ? calendarZone.name : null;
  if (!problems.isRepeated(tzid)) problems.add('calendar/unknownZone', at, tzid, readIn);
  doubts.push({ kind: 'zoneUnknown', written: quotable(tzid), readIn });
  return calendarZone ?? FLOATING;
}
