import type { Fault, FaultKind } from './faults.ts';
import { isCutTimeLine, parseTimeLine } from './timeLine.ts';

/** A cue as it stands in the file: its times and its lines, tags and all. */
export interface TimedBlock {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Line of its times, counted from 1. */
  readonly line: number;
  /** Who speaks, where the format says it beside the text. */
  readonly speaker?: string | null;
}

/** How a format parts one cue from the next. */
export interface BlockRules {
  /** Line number (from 1) of the first line given. */
  readonly firstLine: number;
  /** A line of digits before the times is the cue's number. */
  readonly hasNumbers: boolean;
  /** Any line that follows an empty one and stands before the times is the cue's name. */
  readonly hasIdentifiers: boolean;
  /** Blocks that begin with NOTE, STYLE or REGION are no cues. */
  readonly hasComments: boolean;
  /** What follows an empty line inside a cue is no longer its text. */
  readonly emptyLineEndsText: boolean;
  /** What follows the times on their line says where the cue is shown, whatever it is; else it may be text. */
  readonly settingsFollowTimes: boolean;
}

/** Webex names a cue by its number and who speaks: `12 "Ana Example" (1234567)`. */
const SPEAKER_LABEL = /^\d{1,7}\s+"([^"]{1,80})"(?:\s+\(\d{1,12}\))?\s*$/;
const COMMENT = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/**
 * Lines of timed captions → blocks, in the order of the file. The one loop behind all formats: a time line begins
 * a cue, whatever stands around it; a cue whose times cannot be read is skipped together with its text.
 */
export function readTimedBlocks(
  lines: readonly string[],
  rules: BlockRules,
): { blocks: TimedBlock[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const blocks: TimedBlock[] = [];
  const report = (kind: FaultKind, index: number): void => {
    faults.push({ kind, line: rules.firstLine + index });
  };
  const end = endOfWholeCues(lines, rules);
  if (end.cutAt !== null) report('cutOff', end.cutAt);

  let current: (Omit<TimedBlock, 'text'> & { text: string[] }) | null = null;
  let named: string | null = null;
  /** What to do with lines that are not a cue's text. */
  let outside: 'stray' | 'ignored' = 'stray';
  let number: number | null = null;
  let previous: 'empty' | 'label' | 'times' | 'text' = 'empty';
  const finish = (): void => {
    if (current) blocks.push({ ...current, text: current.text.join('\n') });
    current = null;
  };

  for (const [index, line] of lines.slice(0, end.length).entries()) {
    const times = parseTimeLine(line);
    // An arrow in running text is text; where times are due it is a spoilt time line.
    const timesAreDue = previous === 'empty' || previous === 'label';
    if (times === 'broken' || (times === null && timesAreDue && line.includes('-->'))) {
      finish();
      report('unreadableCue', index);
      [outside, previous] = ['ignored', 'text'];
    } else if (times) {
      if (previous === 'text') report('missingBlankLine', index);
      finish();
      for (const fault of times.faults) report(fault, index);
      const { start, end, text } = times;
      current = { start, end, line: rules.firstLine + index, text: rules.settingsFollowTimes ? [] : [text] };
      if (named !== null) current = { ...current, speaker: named };
      named = null;
      if (rules.hasNumbers) {
        const written = previous === 'label' ? Number(lines[index - 1]) : null;
        if (number !== null && written !== number + 1) report('numbering', index);
        number = written ?? (number === null ? null : number + 1);
      }
      previous = 'times';
    } else if (isLabel(lines, index, rules)) {
      if (previous === 'text') report('missingBlankLine', index);
      named = SPEAKER_LABEL.exec(line)?.[1]?.trim() ?? null;
      previous = 'label';
    } else if (rules.hasComments && previous === 'empty' && COMMENT.test(line)) {
      finish();
      [outside, previous] = ['ignored', 'text'];
    } else if (isBlank(line)) {
      // WebVTT: only a line without any character ends a cue; YouTube begins rolling cues with a lone space.
      // So does one between its times and its text, in no program but in files that went through hands.
      const isBeforeText = previous === 'times' && current?.text.length === 0;
      if (rules.emptyLineEndsText && line === '' && !isBeforeText) {
        finish();
        outside = 'stray';
      }
      previous = 'empty';
    } else {
      if (current) current.text.push(line);
      else if (outside === 'stray' && previous === 'empty') report('strayText', index);
      previous = 'text';
    }
  }
  finish();
  return { blocks, faults };
}

/** True where most time lines stand under a line of digits: the cues are numbered. */
export function areNumbered(lines: readonly string[]): boolean {
  let ranges = 0;
  let numbered = 0;
  for (const [index, line] of lines.entries()) {
    if (parseTimeLine(line) === null) continue;
    ranges += 1;
    if (isDigits(lines[index - 1]) || isNumberAbove(lines, index)) numbered += 1;
  }
  return numbered > 0 && numbered * 2 >= ranges;
}

/** A number with empty lines around it stands above these times. */
function isNumberAbove(lines: readonly string[], index: number): boolean {
  return isBlank(lines[index - 1]) && isDigits(lines[index - 2]) && isBlank(lines[index - 3]);
}

function isLabel(lines: readonly string[], index: number, rules: BlockRules): boolean {
  const isAlone = isBlank(lines[index + 1]) && isBlank(lines[index - 1]) && isDigits(lines[index]);
  if (rules.hasNumbers && isAlone && parseTimeLine(lines[index + 2] ?? '') !== null) return true;
  const next = lines[index + 1];
  if (next === undefined || isBlank(lines[index]) || parseTimeLine(next) === null) return false;
  if (rules.hasNumbers && isDigits(lines[index])) return true;
  return rules.hasIdentifiers && (isBlank(lines[index - 1]) || isDigits(lines[index]));
}

/** Where the last whole cue ends: a truncated file leaves a number or a piece of a time line behind it. */
function endOfWholeCues(
  lines: readonly string[],
  rules: BlockRules,
): { length: number; cutAt: number | null } {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const line = lines[last];
  if (line === undefined) return { length: lines.length, cutAt: null };
  const before = lines[last - 1];
  if (isCutTimeLine(line) && !isWhole(line) && (isBlank(before) || isDigits(before))) {
    return { length: isDigits(before) ? last - 1 : last, cutAt: last };
  }
  const isLoneNumber = rules.hasNumbers && isDigits(line) && isBlank(before);
  return isLoneNumber ? { length: last, cutAt: last } : { length: lines.length, cutAt: null };
}

function isWhole(line: string): boolean {
  const times = parseTimeLine(line);
  return times !== null && times !== 'broken';
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function isDigits(line: string | undefined): boolean {
  return line !== undefined && /^\s*\d{1,7}\s*$/.test(line);
}
