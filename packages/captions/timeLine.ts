import { HOUR, MINUTE, SECOND } from '#base';
import type { FaultKind } from './faults.ts';

/**
 * The line that says when a cue is shown: `00:00:01.040 --> 00:00:04.560 align:start` (WebVTT),
 * with `,` for `.` (SubRip), or `0:00:01.040,0:00:04.560` (SBV). Hours may be missing.
 * Times: milliseconds from the start of the recording.
 */
export interface TimeLine {
  readonly start: number;
  readonly end: number;
  /** What follows the times on their line and is no setting: text whose line break was lost. */
  readonly text: string;
  readonly faults: readonly FaultKind[];
}

interface Clock {
  /** null where none are written. */
  readonly hours: number | null;
  readonly minutes: number;
  readonly seconds: number;
  readonly ms: number;
  readonly hasFraction: boolean;
}

/** Hours may have any number of digits (WebVTT). Some programs write `:` before the milliseconds. */
const CLOCK = String.raw`(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:(?:[.,]|:(?=\d{3}(?!\d)))(\d{1,9}))?`;
/**
 * Between the times: the arrow, SBV's comma, or what typing programs and hands make of them: `->`, `—>`, `-- >`, `→`.
 */
const SEPARATOR = String.raw`\s?,\s?|[^\p{L}\p{N}:.,]{1,8}`;
const RANGE = new RegExp(`^\\s*${CLOCK}(${SEPARATOR})${CLOCK}(?=\\s|$)(.*)`, 'u');
const ARROW = /^[ \t]+-->[ \t]+$/;
/** Half of an arrow line, or one exact time alone: the rest of the line is lost. */
const SPOILT = [
  /^\s*\d[\d:.,]*\s*-->/,
  /-->\s*\d[\d:.,]*\s*$/,
  /^\s*\d{1,3}:\d{2}(?::\d{2})?[.,]\d{3}[^\p{L}\p{N}]{0,8}$/u,
];
/** How much of a line is looked at to tell spoilt times from text. */
const SAMPLE_LENGTH = 30;
/** `align:start position:0%`, or SubRip's `X1:20`: where a cue is shown. */
const SETTINGS = /^(?:\s*\w+:\S+)*\s*$/;
const CUT = /^\d{1,3}:\d{0,2}(?::\d{0,2})?(?:[.,]\d{0,3})?(?:[ ,]?-{0,2}>? ?[\d:.,]{0,12})$/;

/** Two times of one cue that are further apart than this were hardly exchanged by mistake. */
const LONGEST_EXCHANGED = 2 * MINUTE;
/** A cue longer than this shows that a repaired time is wrong. */
const LONGEST_REPAIRED = 30 * SECOND;

/** Reads a time line. `broken`: it is one, but its times cannot be known. null: it is no time line. */
export function parseTimeLine(line: string): TimeLine | 'broken' | null {
  const match = RANGE.exec(line);
  if (!match) return isSpoilt(line) ? 'broken' : null;
  const [, h1, m1, s1, f1, separator = '', h2, m2, s2, f2, rest = ''] = match;
  const from = clock(h1, m1, s1, f1);
  const to = clock(h2, m2, s2, f2);
  const hasFractions = from.hasFraction && to.hasFraction;
  const isArrow = ARROW.test(separator);
  // Two bare clocks are a time line only by their arrow: “12:30 - 13:45 lunch” is text.
  if (!hasFractions && !isArrow) return isSpoilt(line) ? 'broken' : null;
  // `00:01:14,479 --> 00:01` is a line that was cut, not an end after one second; `--> 00:01:15` is whole.
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
  const exchanged = start - end <= LONGEST_EXCHANGED;
  return exchanged ? { start: end, end: start, text, faults } : { start, end: start, text, faults };
}

/** True for the beginning of a time line, as the end of a truncated file leaves it. */
export function isCutTimeLine(line: string): boolean {
  return CUT.test(line.trim());
}

/** Times that cannot be read: half of an arrow line, or a line that is mostly digits and colons. */
function isSpoilt(line: string): boolean {
  if (SPOILT.some((pattern) => pattern.test(line))) return true;
  const sample = line.slice(0, SAMPLE_LENGTH);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  return count(/\d/g) >= 10 && count(/:/g) >= 3 && count(/\p{L}/gu) <= 2;
}

function clock(hours: string | undefined, minutes = '0', seconds = '0', fraction = ''): Clock {
  return {
    hours: hours === undefined ? null : Number(hours),
    minutes: Number(minutes),
    seconds: Number(seconds),
    // Decimal digits, so `.5` is half a second; more than three are cut, not rounded.
    ms: Number(fraction.padEnd(3, '0').slice(0, 3)),
    hasFraction: fraction !== '',
  };
}

function toMs({ hours, minutes, seconds, ms }: Clock): number {
  return (hours ?? 0) * HOUR + minutes * MINUTE + seconds * SECOND + ms;
}

function isPossible({ hours, minutes, seconds }: Clock): boolean {
  // Without hours some programs count minutes on: `75:30.000`.
  return seconds < 60 && (minutes < 60 || hours === null);
}

/**
 * A minute or second above 59 is a typing or reading error. A cue lasts seconds, so hour and minute of one end
 * hold for the other; where that gives no sensible cue, nothing is guessed.
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
  return end >= start && end - start <= LONGEST_REPAIRED ? { start, end, repaired: true } : null;
}
