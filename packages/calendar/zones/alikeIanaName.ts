import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { DAY, type ZoneName } from '#base';
import type { ZoneChange } from '../series.ts';
import { dayNumber } from '../wallTime.ts';
import { ianaZone } from './zone.ts';
import { tableOffsets } from './tableOffsets.ts';
import { ianaName } from './zoneNames.ts';

/** Years in which zones are compared: today's rules, without earlier reforms. */
const FROM = dayNumber(2020, 1, 1) * DAY;
const TO = dayNumber(2027, 1, 1) * DAY;
/** Each clock change lies between two of these probes, so it shows in at least one. */
const PROBE_EVERY = 5 * DAY;

/**
 * An IANA zone with the same clock as these changes, for display: `expected` if it matches, else a well-known one;
 * null if none matches.
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

/** One zone for each Windows zone name: these cover all rules in use. */
function wellKnownNames(): readonly ZoneName[] {
  names ??= WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').flatMap(({ iana }) => {
    const [first] = iana;
    return first !== undefined && ianaName(first) !== null ? [first] : [];
  });
  return names;
}
