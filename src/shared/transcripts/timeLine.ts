import { HOUR, MINUTE, SECOND } from '../time.ts';
import type { FaultKind } from './faults.ts';

/**
 * The line that says when a cue is shown: `00:00:01.040 --> 00:00:04.560 align:start` (WebVTT),
 * with `,` for `.` (SubRip), or `0:00:01.040,0:00:04.560` (SBV). Hours may be missing.
 * Times: milliseconds from the start of the recording.
 */
export interface TimeLine {
  readonly start: number;
  readonly end: number;
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

const CLOCK = String.raw`(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?`;
/** The arrow as written, and as typing programs and hands spoil it: `->`, `—>`, `-- >`, `→`. */
const ARROW = String.raw`\s*[-\u2010-\u2015\u2212=]{1,4}\s?>\s*|\s*[\u2192\u21d2]\s*`;
const RANGE = new RegExp(`^\\s*${CLOCK}(${ARROW}|\\s?,\\s?)${CLOCK}(?=\\s|$)`, 'u');
const BROKEN = new RegExp(String.raw`^\s*\d[\d:.,]*\s*-->|-->\s*\d[\d:.,]*\s*$`, 'u');
const CUT = /^\d{1,3}:\d{0,2}(?::\d{0,2})?(?:[.,]\d{0,3})?(?: ?-{0,2}>? ?[\d:.,]{0,12})$/;

/** Two times of one cue that are further apart than this were hardly exchanged by mistake. */
const LONGEST_EXCHANGED = 2 * MINUTE;
/** A cue longer than this shows that a repaired time is wrong. */
const LONGEST_REPAIRED = 30 * SECOND;

/** Reads a time line. `broken`: it is one, but its times cannot be known. null: it is no time line. */
export function parseTimeLine(line: string): TimeLine | 'broken' | null {
  const match = RANGE.exec(line);
  if (!match) return BROKEN.test(line) ? 'broken' : null;
  const [, h1, m1, s1, f1, separator = '', h2, m2, s2, f2] = match;
  const from = clock(h1, m1, s1, f1);
  const to = clock(h2, m2, s2, f2);
  // `00:01:14,479 --> 00:01` is a line that was cut, not an end after one second.
  if (from.hasFraction && !to.hasFraction) return 'broken';
  const faults: FaultKind[] = isArrow(separator) ? [] : ['damagedTimeLine'];
  const times = possibleTimes(from, to);
  if (times === null) return 'broken';
  if (times.repaired) faults.push('impossibleTime');
  const { start, end } = times;
  if (end >= start) return { start, end, faults };
  faults.push('endBeforeStart');
  const exchanged = start - end <= LONGEST_EXCHANGED;
  return exchanged ? { start: end, end: start, faults } : { start, end: start, faults };
}

/** True for the beginning of a time line, as the end of a truncated file leaves it. */
export function isCutTimeLine(line: string): boolean {
  return CUT.test(line.trim());
}

function isArrow(separator: string): boolean {
  return separator === ',' || /^\s+-->\s+$/.test(separator);
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
