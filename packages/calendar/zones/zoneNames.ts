import { IANAZone } from 'luxon';
import { findIana } from 'windows-iana';
import { HOUR, MINUTE, detachString, type ZoneName } from '#base';
import type { SeriesZone } from '../series.ts';

/** The canonical spelling of an IANA zone name; null if the platform does not know it. */
export function ianaName(written: string): ZoneName | null {
  // Zones are cached by name, so detach it from the feed's text.
  const name = detachString(written);
  // The platform also accepts offsets such as `+02:00`.
  if (!/^[a-z]/i.test(name) || name.length > 64 || !IANAZone.create(name).isValid) return null;
  if (name.includes('/') ? /^[A-Z]/.test(name) : name === name.toUpperCase()) return name;
  const platform = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  return platform.toLowerCase() === name.toLowerCase() ? platform : name;
}

/**
 * The IANA zone that a non-IANA TZID implies: after a vendor's prefix (`/mozilla.org/20050126_1/Europe/Berlin`), or a
 * Windows name (`W. Europe Standard Time`). Null if unknown.
 */
export function impliedIanaName(tzid: string): ZoneName | null {
  const name = tzid
    .replace(/^TZID=/i, '')
    .replaceAll(/^["']|(?<!["':\s])["':\s]+$/g, '')
    .trim();
  const exact = ianaName(name) ?? windowsZone(name);
  if (exact !== null) return exact;
  const segments = name.split('/').filter((segment) => segment !== '');
  // At least two segments: the last word of an invented name may be a zone (`/Office/GMT`).
  for (const count of [3, 2]) {
    const found = segments.length > count - 1 ? ianaName(segments.slice(-count).join('/')) : null;
    if (found !== null) return found;
  }
  return null;
}

/** A zone with a fixed offset, from `UTC`, `GMT+0100`, `UTC-05:00`, `+02:00` or similar; null if it is not one. */
export function fixedZone(tzid: string): SeriesZone | null {
  const match = /^(?:(?:UTC|GMT)\s*)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(tzid.trim());
  if (match === null)
    return /^(?:Z|Zulu|UTC|GMT|Coordinated Universal Time|tzone:\/\/Microsoft\/Utc)$/i.test(tzid.trim())
      ? UTC
      : null;
  const size = Number(match[2]) * HOUR + Number(match[3] ?? 0) * MINUTE;
  if (size > 15 * HOUR) return null;
  return { kind: 'custom', name: null, changes: [{ at: 0, offset: match[1] === '-' ? -size : size }] };
}

/** The zone of times written with `Z`. */
export const UTC: SeriesZone = { kind: 'iana', name: 'UTC' };

/** The zone of times written without one. */
export const FLOATING: SeriesZone = { kind: 'floating' };

function windowsZone(name: string): ZoneName | null {
  const [found] = findIana(name.replace(/ Daylight Time$/i, ' Standard Time'));
  if (found !== undefined) return found;
  // The display name on Windows, `(UTC-08:00) Pacific Time (US & Canada)`, names the zone by region.
  const words = name.replaceAll('\\', '').replace(/^\((?:UTC|GMT)(?:[+-]\d{2}[:.]?\d{2})?\)\s*/i, '');
  const inhabitants = /^(Pacific|Mountain|Central|Eastern) Time\b/.exec(words)?.[1];
  const isShownName = inhabitants !== undefined || words !== name || words.includes(',');
  return isShownName ? (findIana(`${inhabitants ?? words} Standard Time`)[0] ?? cityZone(words)) : null;
}

const MAX_CITIES = 10;

/** The zone of the first known city in a list: `Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`. */
function cityZone(words: string): ZoneName | null {
  for (const word of words.split(/[,/]/, MAX_CITIES)) {
    const city = word.trim().replaceAll(/\s+/g, '_');
    const found = ['Europe', 'Asia', 'America', 'Australia', 'Africa', 'Pacific', 'Atlantic'].map((area) =>
      ianaName(`${area}/${city}`),
    );
    const name = city === '' ? null : found.find((candidate) => candidate !== null);
    if (name) return name;
  }
  return null;
}
