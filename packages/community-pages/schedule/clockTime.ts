import type { Doubt } from '#calendar';
import { readZone, ZONE_PATTERN, zoneAfterTime, type ZoneReading } from '../zones/readZone.ts';

/**
 * Reads times of day as people write them: `9am`, `9:30 pm`, `4p ET`, `0800 PST`, `17h30`, `noon`, `24:00`,
 * `4-4:30pm`.
 */

/** A time of day. */
export interface ClockTime {
  /** `HH:MM`, 00:00–23:59. */
  readonly time: string;
  /** 1 for `24:00`, the midnight of the next day (ISO 8601); otherwise 0. */
  readonly dayShift: 0 | 1;
  /** Asks for the half of the day, or for the midnight, if it is a guess; null if the notation shows it. */
  readonly question: Doubt | null;
  /** The time in the other half of the day; null if the half is certain. */
  readonly otherTime: string | null;
}

/** A time with its place in the text, perhaps with its end and its zone. */
export interface TimeMark extends ClockTime {
  readonly start: number;
  readonly end: number;
  readonly durationMinutes: number | null;
  readonly zone: ZoneReading | null;
  /** True in brackets after another time: the same moment for readers elsewhere. */
  readonly isGloss?: boolean;
}

const HALF = '(?:[aApP]\\.?\\s?[mM]\\b\\.?|(?<=\\d)[aApP](?![\\w.]))';
const ONE_TIME = `(?:(?<hour>[01]?\\d|2[0-4])(?:[:.h](?<minute>[0-5]\\d)(?!\\d)(?:\\s?(?:hrs?|hours|h)\\b)?|h(?![a-zA-Z])|\\s?[oO]'?[cC]lock\\b)?(?::[0-5]\\d(?!\\d))?\\s?(?<half>${HALF})?|(?<packed>(?:[01]\\d|2[0-3])[0-5]\\d)(?:\\s?(?:hrs?|hours|h)\\b)?|(?<word>[Nn]oon|[Mm]idnight|NOON|MIDNIGHT)\\b)(?!\\d)`;
const unnamed = (source: string) => source.replaceAll(/\(\?<[a-z]+>/g, '(?:');
/** `between 4 and 5pm`, but not `alternating between 4 and 5pm`. */
const AND_OF_BETWEEN =
  '(?<=(?<!(?:alternat|rotat|switch|var[yi]|chang|mov)\\w*\\s)\\b[Bb]etween\\s[^.;,]{0,30})and';
const RANGE_RULE = new RegExp(
  `(?<![\\w$#=&?%.:+-])(?<!\\d/)(?<first>${unnamed(ONE_TIME)})(?<firstZone>\\s*${ZONE_PATTERN})?(?:\\s?(?:-|to|until|till|${AND_OF_BETWEEN})\\s?(?<second>${unnamed(ONE_TIME)}))?`,
  'g',
);
const TIME_RULE = new RegExp(`^${ONE_TIME}$`);

interface RawTime {
  readonly hour: number;
  readonly minute: number;
  readonly half: 'a' | 'p' | null;
  readonly isBare: boolean;
  readonly isPacked: boolean;
  readonly isPadded: boolean;
  readonly isMidnight: boolean;
  /** Written with a dot: `16.00` may be a version, so its context must show that it is a time. */
  readonly isDotted: boolean;
}

function readRaw(text: string): RawTime | null {
  const groups = TIME_RULE.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const { word, packed, hour, minute, half } = groups;
  const base = {
    half: null,
    isBare: false,
    isPacked: false,
    isPadded: true,
    isMidnight: false,
    isDotted: false,
  };
  if (word !== undefined) {
    const isMidnight = word.toLowerCase() === 'midnight';
    return { ...base, hour: isMidnight ? 24 : 12, minute: 0, isMidnight };
  }
  if (packed !== undefined)
    return { ...base, hour: Number(packed.slice(0, 2)), minute: Number(packed.slice(2)), isPacked: true };
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    half: half === undefined ? null : half.toLowerCase().startsWith('a') ? 'a' : 'p',
    // `4p` may be another number unless a zone follows.
    isBare:
      minute === undefined && (half === undefined || half.length === 1) && !/(?:h|clock)$/i.test(text.trim()),
    isPacked: false,
    isPadded: hour?.length === 2,
    isMidnight: false,
    isDotted: half === undefined && /^\d{1,2}\.\d\d$/.test(text.trim()),
  };
}

const clock = (hour: number, minute: number): Pick<ClockTime, 'time' | 'dayShift'> => ({
  time: `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  dayShift: hour === 24 ? 1 : 0,
});

/** The last hour that counts as afternoon without am or pm, if it is not written as `05:00`. */
const LAST_OF_AFTERNOON = 6;

/** Settles the half of the day of a 12-hour time. Times in UTC are 24-hour times. */
function settle(raw: RawTime, half: 'a' | 'p' | null, isUtc: boolean): ClockTime | null {
  const { hour, minute } = raw;
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  const sure = { question: null, otherTime: null };
  if (raw.isMidnight) return { ...clock(hour, minute), ...sure, question: { kind: 'whichMidnight' } };
  if (half !== null && hour >= 1 && hour <= 12)
    return { ...clock((hour % 12) + (half === 'p' ? 12 : 0), minute), ...sure };
  const isEarly = hour >= 1 && hour <= LAST_OF_AFTERNOON && !raw.isPadded;
  if (isUtc || hour > 12 || !(isEarly || (raw.isBare && hour >= 1)))
    return { ...clock(hour, minute), ...sure };
  const written = `${String(hour)}:${String(minute).padStart(2, '0')}`;
  const question: Doubt = { kind: 'morningOrAfternoon', time: written };
  const [likely, other] = isEarly ? [hour + 12, hour] : [hour, (hour + 12) % 24];
  return { ...clock(likely, minute), question, otherTime: clock(other, minute).time };
}

const minutesOf = ({ time, dayShift }: ClockTime) =>
  dayShift * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function durationBetween(first: ClockTime, second: ClockTime): number | null {
  const minutes = (minutesOf(second) - minutesOf(first) + 1440) % 1440;
  return minutes > 0 && minutes <= 8 * 60 ? minutes : null;
}

/** `9-10am`, `11-12:30 pm`: the first time is in the half that puts it before the second. */
function halfOfFirst(first: RawTime, second: RawTime): 'a' | 'p' | null {
  if (first.half !== null || second.half === null || first.hour > 12) return first.half;
  const start = first.hour % 12;
  const end = second.hour % 12;
  if (start * 60 + first.minute < end * 60 + second.minute) return second.half;
  return second.half === 'p' ? 'a' : 'p';
}

/** Text that precedes times but not versions: `at`, a weekday, a colon. */
const BEFORE_TIME =
  /(?:\b(?:at|from|time|between|by|to|until|till|and|klo|um|kl)|(?:mon|tues?|wed|wednes|thurs?|fri|satur|sun)(?:day)?s?|[@,:;(|]|[^\w\s.]-|^)\.?\s*$/i;

function isTime(first: RawTime, second: RawTime | null, zone: ZoneReading | null, before: string): boolean {
  if (zone !== null) return true;
  if (first.isDotted && (second === null || second.isDotted)) return BEFORE_TIME.test(before);
  if (!first.isBare && !first.isPacked) return true;
  if (second !== null && !second.isBare && !second.isPacked) return true;
  return (first.isPacked || first.half !== null) && /\bat\s*$/.test(before);
}

/** In letters: longer than any zone name. */
const LONGEST_ZONE = 60;
const ZONE_AT_END = new RegExp(`(${ZONE_PATTERN})[:\\s]\\s?$`);

/** A zone before a time: `UTC 16:00`. */
function zoneBefore(text: string, start: number): { zone: ZoneReading; start: number } | null {
  const from = Math.max(0, start - LONGEST_ZONE);
  const match = ZONE_AT_END.exec(text.slice(from, start));
  const zone = match === null ? null : readZone(match[1] ?? '');
  return match === null || zone === null ? null : { zone, start: from + match.index };
}

/** All times of day in a text, in order. Other numbers (`10-25%`, `v1.25`, `3 months`) are skipped. */
export function findTimes(text: string): TimeMark[] {
  const found: TimeMark[] = [];
  for (const match of text.matchAll(RANGE_RULE)) {
    const groups = match.groups ?? {};
    const firstRaw = readRaw(groups['first'] ?? '');
    if (firstRaw === null) continue;
    const mark = markOf(text, match.index, match[0], firstRaw, groups);
    if (mark !== null && (found.at(-1)?.end ?? 0) <= mark.start) found.push(mark);
  }
  return found;
}

function markOf(
  text: string,
  index: number,
  matched: string,
  first: RawTime,
  groups: Record<string, string | undefined>,
): TimeMark | null {
  const secondRaw = groups['second'] === undefined ? null : readRaw(groups['second']);
  const ownZone = groups['firstZone'] === undefined ? null : readZone(groups['firstZone']);
  // In `1100 EST - see notes` the dash is not a range; then the match ends after the first time.
  const end = secondRaw === null ? index + (groups['first'] ?? '').length : index + matched.length;
  const after =
    zoneAfterTime(text, end) ??
    (secondRaw === null ? null : ownZone === null ? null : { zone: ownZone, end });
  const before = after === null ? zoneBefore(text, index) : null;
  const zone = after?.zone ?? before?.zone ?? null;
  if (!isTime(first, secondRaw, zone, text.slice(0, index))) return null;
  const isUtc = zone !== null && (zone.zone === 'UTC' || /^[+-]/.test(zone.zone));
  const start = settle(first, secondRaw === null ? first.half : halfOfFirst(first, secondRaw), isUtc);
  const finish = secondRaw === null ? null : settle(secondRaw, secondRaw.half, isUtc);
  if (start === null) return null;
  return {
    ...start,
    start: before?.start ?? index,
    end: after?.end ?? end,
    durationMinutes: finish === null ? null : durationBetween(start, finish),
    zone,
  };
}
