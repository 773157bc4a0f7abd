import { HOUR, MINUTE, SECOND } from '#base';
import type { FaultKind } from './faults.ts';

/**
 * The time line of a cue: `00:00:01.040 --> 00:00:04.560 align:start` (WebVTT), with `,` for `.` (SubRip), or
 * `0:00:01.040,0:00:04.560` (SBV). Hours are optional.
 * Times: milliseconds from the start of the recording.
 */
export interface TimeLine {
  readonly start: number;
  readonly end: number;
  /** Text after the times that is not a setting: its line break was lost. */
  readonly text: string;
  readonly faults: readonly FaultKind[];
}

interface Clock {
  /** null if there are none. */
  readonly hours: number | null;
  readonly minutes: number;
  readonly seconds: number;
  readonly ms: number;
  readonly hasFraction: boolean;
}

/** Hours may have any number of digits (WebVTT). Some programs write `:` before the milliseconds. */
const CLOCK = String.raw`(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:(?:[.,]|:(?=\d{3}(?!\d)))(\d{1,9}))?`;
/**
 * Between the times: the arrow, SBV's comma, or a variant from typing programs and people: `->`, `—>`, `-- >`, `→`.
 */
const SEPARATOR = String.raw`\s?,\s?|[^\p{L}\p{N}:.,]{1,8}`;
const RANGE = new RegExp(`^\\s*${CLOCK}(${SEPARATOR})${CLOCK}(?=\\s|$)(.*)`, 'u');
const ARROW = /^[ \t]+-->[ \t]+$/;
/** Half of an arrow line, or a single exact time: the rest of the line is lost. */
const DAMAGED = [
  /^\s*\d[\d:.,]*\s*-->/,
  /-->\s*\d[\d:.,]*\s*$/,
  /^\s*\d{1,3}:\d{2}(?::\d{2})?[.,]\d{3}[^\p{L}\p{N}]{0,8}$/u,
];
/** Characters of a line examined to distinguish damaged times from text. */
const SAMPLE_LENGTH = 30;
/** `align:start position:0%`, or SubRip's `X1:20`: the position of a cue. */
const SETTINGS = /^(?:\s*\w+:\S+)*\s*$/;
const CUT = /^\d{1,3}:\d{0,2}(?::\d{0,2})?(?:[.,]\d{0,3})?(?:[ ,]?-{0,2}>? ?[\d:.,]{0,12})$/;

/** Two times of one cue that are further apart (ms) were hardly swapped by mistake. */
const MAX_SWAPPED_MS = 2 * MINUTE;
/** A longer cue (ms) shows that a repaired time is wrong. */
const MAX_REPAIRED_MS = 30 * SECOND;

/** Reads a time line. `broken`: a time line with unreadable times. null: not a time line. */
export function parseTimeLine(line: string): TimeLine | 'broken' | null {
  const match = RANGE.exec(line);
  if (!match) return isDamaged(line) ? 'broken' : null;
  const [, h1, m1, s1, f1, separator = '', h2, m2, s2, f2, rest = ''] = match;
  const from = clock(h1, m1, s1, f1);
  const to = clock(h2, m2, s2, f2);
  const hasFractions = from.hasFraction && to.hasFraction;
  const isArrow = ARROW.test(separator);
  // Two times without an arrow are text: “12:30 - 13:45 lunch”.
  if (!hasFractions && !isArrow) return isDamaged(line) ? 'broken' : null;
  // `00:01:14,479 --> 00:01` is a truncated line, not an end after one second; `--> 00:01:15` is complete.
  const areAlike = (h1 === undefined) === (h2 === undefined) && s2?.length === 2;
  if (from.hasFraction && !to.hasFraction && !areAlike) return 'broken';
  const times = possibleTimes(from, to);
  if (times === null) return 'broken';
  const faults: FaultKind[] = isArrow || separator === ',' ? [] : ['damagedTimeLine'];
  if (times.repaired) faults.push('impossibleTime');
  const text = SETTINGS.test(rest) ? '' : rest.trim();
  const { start, end } = times;
  if (end >= start) return { start, end, text, faults };
  faults.push('endBeforeStart');
  const exchanged = start - end <= MAX_SWAPPED_MS;
  return exchanged ? { start: end, end: start, text, faults } : { start, end: start, text, faults };
}

/** Whether a line is the beginning of a time line, as at the end of a truncated file. */
export function isCutTimeLine(line: string): boolean {
  return CUT.test(line.trim());
}

/** Unreadable times: half of an arrow line, or a line of mostly digits and colons. */
function isDamaged(line: string): boolean {
  if (DAMAGED.some((pattern) => pattern.test(line))) return true;
  const sample = line.slice(0, SAMPLE_LENGTH);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  return count(/\d/g) >= 10 && count(/:/g) >= 3 && count(/\p{L}/gu) <= 2;
}

function clock(hours: string | undefined, minutes = '0', seconds = '0', fraction = ''): Clock {
  return {
    hours: hours === undefined ? null : Number(hours),
    minutes: Number(minutes),
    seconds: Number(seconds),
    // Decimal digits: `.5` is half a second; more than three are truncated, not rounded.
    ms: Number(fraction.padEnd(3, '0').slice(0, 3)),
    hasFraction: fraction !== '',
  };
}

function toMs({ hours, minutes, seconds, ms }: Clock): number {
  return (hours ?? 0) * HOUR + minutes * MINUTE + seconds * SECOND + ms;
}

function isPossible({ hours, minutes, seconds }: Clock): boolean {
  // Without hours, some programs let minutes exceed 59: `75:30.000`.
  return seconds < 60 && (minutes < 60 || hours === null);
}

/**
 * A minute or second above 59 is a typing or reading error. A cue lasts seconds, so hour and minute of its other time
 * apply; if that gives no plausible cue, nothing is guessed.
 */
function possibleTimes(from: Clock, to: Clock): { start: number; end: number; repaired: boolean } | null {
  const [fromIsPossible, toIsPossible] = [isPossible(from), isPossible(to)];
  if (fromIsPossible && toIsPossible) return { start: toMs(from), end: toMs(to), repaired: false };
  if (!fromIsPossible && !toIsPossible) return null;
  const good = fromIsPossible ? from : to;
  const bad = fromIsPossible ? to : from;
  if (bad.seconds > 59) return null;
  const mended = toMs({ ...bad, hours: good.hours, minutes: good.minutes });
  const [start, end] = fromIsPossible ? [toMs(from), mended] : [mended, toMs(to)];
  return end >= start && end - start <= MAX_REPAIRED_MS ? { start, end, repaired: true } : null;
}
