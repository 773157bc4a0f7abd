import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { DAY, type ZoneName } from '#base';
import type { ZoneChange } from '../series.ts';
import { dayNumber } from '../wallTime.ts';
import { ianaZone } from './zone.ts';
import { tableOffsets } from './tableOffsets.ts';
import { ianaName } from './zoneNames.ts';

/** The years in which zones are compared: today's rules, without the reforms before them. */
const FROM = dayNumber(2020, 1, 1) * DAY;
const TO = dayNumber(2027, 1, 1) * DAY;
/** Every change between these probes shows in at least one of them. */
const PROBE_EVERY = 5 * DAY;

/**
 * An IANA zone whose clock runs as these changes say, for people to read: `expected` if it does, else a well-known one;
 * null when none does.
 */
export function alikeIanaName(changes: readonly ZoneChange[], expected: ZoneName | null): ZoneName | null {
  const offsets = tableOffsets(changes);
  const isAlike = (name: ZoneName) => {
    const zone = ianaZone(name);
    for (let instant = FROM; instant < TO; instant += PROBE_EVERY) {
      if (zone.wallTime(instant) - instant !== offsets(instant).offset) return false;
    }
    return true;
  };
  if (expected !== null && isAlike(expected)) return expected;
  return wellKnownNames().find(isAlike) ?? null;
}

let names: readonly ZoneName[] | null = null;

/** One zone for each of Windows' names: as many as there are ways to keep time, and no more. */
function wellKnownNames(): readonly ZoneName[] {
  names ??= WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').flatMap(({ iana }) => {
    const [first] = iana;
    return first !== undefined && ianaName(first) !== null ? [first] : [];
  });
  return names;
}
