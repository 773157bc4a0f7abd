import { findIana } from 'windows-iana';
import type { ZoneName } from '#base';
import type { Doubt } from '#calendar';
import { ABBREVIATIONS, type NamedZone, PLACES, REGIONS, WORDLIKE } from './zoneNames.ts';
import { shareOfAgreement } from './zoneAgreement.ts';

/**
 * Reads a zone as people write it: an IANA zone or an offset. Sources: names of the tz database, CLDR's names
 * of Windows zones.
 */

/** A zone with the words that it was read from. `zone` is an IANA name or an offset such as `+08:00`. */
export interface ZoneReading extends NamedZone {
  readonly written: string;
}

const byLength = (left: string, right: string) => right.length - left.length;
const alternatives = (words: readonly string[]) => [...words].sort(byLength).join('|');

const OFFSET = '(?:UTC|GMT)\\s?[+-]\\s?\\d{1,2}(?::?[0-5]\\d)?(?!\\d)';
const IANA =
  '(?:Americas?/(?:Los Angeles|New York|Sao Paulo)|(?:Africa|Americas?|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US)/[A-Za-z_]+(?:/[A-Za-z_]+)?)';
const TIME_WORD =
  '\\s+(?:(?:standard|daylight|summer|winter|savings?|daylight savings?)\\s+)?(?:time\\s?zone|time)';
const REGION = `(?:${alternatives(Object.keys(REGIONS).map((name) => name.replaceAll('.', '\\.')))})`;
/** A country before a region: `US Pacific`, `USA Pacific`, `U.S. Eastern time`. */
const COUNTRY = '(?:USA?|U\\.S\\.(?:A\\.)?)';
/** Regions without “time”, which count after a time of day: `9am Pacific`. */
const BARE_REGION =
  '(?:(?:east|west) coast|us (?:east|west)(?![a-z])|(?:pacific|eastern(?! european)|mountain|central(?! european?))|(?:central|eastern) european|central europe|UK)';
const CAPITALS = alternatives(Object.keys(ABBREVIATIONS));
/** A single `Z` means UTC only after a time. */
const CAPITALS_ALONE = alternatives(Object.keys(ABBREVIATIONS).filter((name) => name !== 'Z'));
const IN_ANY_CASE = alternatives(
  Object.keys(ABBREVIATIONS).filter((name) => !(WORDLIKE as readonly string[]).includes(name)),
);

const caseless = (source: string) =>
  source.replace(/(?<!\\)[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
const SPELT = `${caseless(REGION)}${caseless(TIME_WORD)}`;

/** A zone in any position of a text. Matches with case. */
export const ZONE_PATTERN = `(?:(?<![A-Za-z])(?:${OFFSET}|${IANA}|${SPELT}|(?:${CAPITALS_ALONE})(?![A-Za-z])))`;
/** A zone in a sentence about times, where a region needs no `time` after it. */
export const ZONE_OF_PAGE_PATTERN = `(?:${ZONE_PATTERN}|(?<![A-Za-z]|[Aa]sia[ /-])(?:${COUNTRY} )?(?:Pacific|Eastern|Mountain|Central)(?! [Ee]urope)(?![A-Za-z]))`;
const AFTER_TIME = `(?:${OFFSET}|${IANA}|${SPELT}|${caseless(BARE_REGION)}(?![A-Za-z])|(?:${CAPITALS}|pt|et|ct|mt|${caseless(IN_ANY_CASE)})(?![A-Za-z]))`;

const AFTER_TIME_RULE = new RegExp(
  `^(?:\\s*(?:[,([]|in(?: the)?|local|${COUNTRY})?\\s*){1,3}(?<zone>${AFTER_TIME})(?:\\s+time(?:zone)?\\b)?(?:\\s*\\((?<gloss>[^()]{2,45})\\))?`,
  '',
);
const PLACE_RULE =
  /^\s*(?:[([,]\s*)?(?:in\s+)?(?<place>[A-Z][a-z]+(?:[ _][A-Z][a-z]+){0,2}|UK)(?:[-, ]+(?:UK|US|USA|time|Time))?/;

let cities: ReadonlyMap<string, ZoneName> | null = null;

/** Cities of the tz database by their lower-case names: `new york` is America/New_York. */
function citiesOfTheDatabase(): ReadonlyMap<string, ZoneName> {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  );
  return cities;
}

const reading = (written: string, named: NamedZone): ZoneReading => ({ ...named, written: written.trim() });
const plain = (written: string, zone: ZoneName): ZoneReading =>
  reading(written, { zone, assumption: null, question: null, others: [] });

/** True for a fixed distance from UTC. */
const isOffset = (zone: ZoneName) => /^[+-]/.test(zone);

function readOffset(text: string): ZoneName | null {
  const match =
    /^(?:UTC|GMT)\s?([+-])\s?(\d{1,2})(?::?(\d\d))?$/i.exec(text) ?? /^([+-])(\d\d):?(\d\d)$/.exec(text);
  if (match === null || Number(match[2]) > 14) return null;
  const hours = (match[2] ?? '').padStart(2, '0');
  const offset = `${match[1] ?? '+'}${hours}:${match[3] ?? '00'}`;
  return /^[+-]00:00$/.test(offset) ? 'UTC' : offset;
}

/** Names of the tz database that are older than the continents in them. */
const LEGACY: Readonly<Record<string, ZoneName>> = {
  'US/PACIFIC': 'America/Los_Angeles',
  'US/MOUNTAIN': 'America/Denver',
  'US/CENTRAL': 'America/Chicago',
  'US/EASTERN': 'America/New_York',
  PST8PDT: 'America/Los_Angeles',
  MST7MDT: 'America/Denver',
  CST6CDT: 'America/Chicago',
  EST5EDT: 'America/New_York',
};

function readIana(text: string): ZoneName | null {
  const name = text.replaceAll(' ', '_');
  const legacy = LEGACY[name.toUpperCase()];
  if (legacy !== undefined) return legacy;
  if (!/^[A-Z][A-Za-z]+\/[A-Z]/.test(name)) return null;
  return isKnownZone(name) ? name : readPlace(name.split('/').at(-1) ?? '');
}

function isKnownZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `Pacific/Portland`: a region and a city of it, though it looks like a name of the tz database. */
const REGION_AND_CITY = /^(?<region>pacific|eastern|central|mountain)\/[a-z][a-z_ ]+$/i;

function readRegion(text: string): ZoneReading | null {
  const region = REGION_AND_CITY.exec(text)?.groups?.['region'];
  if (region !== undefined) return readRegion(`${region} time`);
  const match = new RegExp(`^(?:${COUNTRY} )?(?<region>${REGION})(?<kind>${TIME_WORD})?$`, 'i').exec(text);
  const zone = REGIONS[match?.groups?.['region']?.toLowerCase() ?? ''];
  if (match === null || zone === undefined) return null;
  const isSeasonal =
    /standard|daylight|summer|winter/i.test(match.groups?.['kind'] ?? '') && /^(?:America|Europe)/.test(zone);
  const assumption: Doubt | null = isSeasonal ? { kind: 'regionOfSeason', written: text.trim() } : null;
  return reading(text, { zone, assumption, question: null, others: [] });
}

const readPlace = (text: string): ZoneName | null =>
  PLACES[text.toLowerCase().replaceAll('_', ' ')] ??
  citiesOfTheDatabase().get(text.toLowerCase().replaceAll('_', ' ')) ??
  null;

function readOneName(text: string): ZoneReading | null {
  const name = text.trim();
  const offset = readOffset(name) ?? readIana(name);
  if (offset !== null) return plain(name, offset);
  const abbreviation = ABBREVIATIONS[name.toUpperCase()];
  if (abbreviation !== undefined) return reading(name, abbreviation);
  const region = readRegion(name);
  if (region !== null) return region;
  const windows = findIana(name)[0];
  return windows === undefined ? null : plain(name, windows);
}

const ANY_TIME = '12:00';

/** True for two readings of one field that are different zones, if neither explains the other. */
const isRival = (left: ZoneReading, right: ZoneReading) =>
  left.question === null &&
  right.question === null &&
  !left.others.includes(right.zone) &&
  !right.others.includes(left.zone) &&
  shareOfAgreement({ time: ANY_TIME, zone: left.zone }, { time: ANY_TIME, zone: right.zone }) < 1;

/**
 * The zone of a whole field: `PT (Pacific Time)`, `Eastern Time (ET)`, `Poland`, `London-UK`, `UTC+8`.
 * Of a name and its gloss, the clearer one counts. Null if it contains no known zone.
 */
export function readZone(words: string): ZoneReading | null {
  const text = words.replace(/\b(UTC|GMT)\s*([+-])\s*(\d)/g, '$1$2$3').replace(/(\d)\.5\b/, '$1:30');
  const whole = readOneName(text);
  if (whole !== null) return { ...whole, written: text.trim() };
  const parts = text
    .split(/[(),;]|\s-\s|-(?=UK|US)|(?<=^[A-Z]{2,4})\/|(?<=\s)\/|\s+or\s+/)
    .map((part) => part.replace(/\s+time$/i, '').trim())
    .filter(Boolean);
  const readings = [text, ...parts].flatMap((part) => {
    const placed = readPlace(part.replace(/\s+time$/i, ''));
    return readOneName(part) ?? readOneName(`${part} time`) ?? (placed === null ? [] : [plain(part, placed)]);
  });
  // `PDT (UTC-7)`: the offset is that of one season, the name holds in both. `CST (UTC+8)`: the offset shows
  // which CST.
  const named = readings.filter((candidate) => !isOffset(candidate.zone));
  const pool = named.some((candidate) => candidate.question === null) ? named : readings;
  const clear = pool.find((candidate) => candidate.question === null && candidate.assumption === null);
  const best = clear ?? pool.find((candidate) => candidate.question === null) ?? pool[0];
  if (best === undefined) return null;
  const rival = pool.find((candidate) => isRival(best, candidate));
  const question: Doubt | null =
    rival === undefined ? best.question : { kind: 'zonesDiffer', zones: [best.written, rival.written] };
  return { ...best, question, written: text.trim() };
}

/** A zone directly after a time, and where it ends in `text`. @param from end of the time */
export function zoneAfterTime(text: string, from: number): { zone: ZoneReading; end: number } | null {
  const rest = text.slice(from);
  const match = AFTER_TIME_RULE.exec(rest);
  const name = match?.groups?.['zone'];
  if (match !== null && name !== undefined) {
    const gloss = match.groups?.['gloss'];
    const glossed = gloss === undefined ? null : readZone(gloss);
    const zone =
      (glossed === null ? null : readZone(`${name} (${gloss ?? ''})`)) ?? readOneName(name) ?? readZone(name);
    const end =
      from +
      (glossed === null ? match[0].length - (gloss === undefined ? 0 : gloss.length + 2) : match[0].length);
    return zone === null ? null : { zone: { ...zone, written: name }, end };
  }
  const place = PLACE_RULE.exec(rest);
  const words = place?.groups?.['place']?.split(' ') ?? [];
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const zone = name === '' ? null : readPlace(name);
    if (zone !== null) {
      const end = from + rest.indexOf(name) + name.length;
      return { zone: plain(name, zone), end: end + (/^\s+[Tt]ime\b/.exec(text.slice(end))?.[0].length ?? 0) };
    }
  }
  return null;
}
