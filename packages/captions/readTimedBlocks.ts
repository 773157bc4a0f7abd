import type { Fault, FaultKind } from './faults.ts';
import { isCutTimeLine, parseTimeLine, type TimeLine } from './timeLine.ts';

/** A cue as written: its times and its lines, including tags. */
export interface TimedBlock {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Line of its times, counted from 1. */
  readonly line: number;
  /** The speaker, if the format names one outside the text. */
  readonly speaker?: string | null;
}

/** How a format separates cues. */
export interface BlockRules {
  /** Line number (from 1) of the first line. */
  readonly firstLine: number;
  /** A line of digits before the times is the cue's number. */
  readonly hasNumbers: boolean;
  /** Any line between an empty line and the times is the cue's identifier. */
  readonly hasIdentifiers: boolean;
  /** Blocks that begin with NOTE, STYLE or REGION are not cues. */
  readonly hasComments: boolean;
  /** An empty line ends the text of a cue. */
  readonly emptyLineEndsText: boolean;
  /** Text after the times is always a setting; otherwise it may be text of the cue. */
  readonly settingsFollowTimes: boolean;
}

/** Webex labels a cue with its number and speaker: `12 "Ana Example" (1234567)`. */
const SPEAKER_LABEL = /^\d{1,7}\s+"([^"]{1,80})"(?:\s+\(\d{1,12}\))?\s*$/;
const COMMENT = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/**
 * Reads lines of timed captions into blocks, in the order of the file. All formats with a time line for each cue share
 * it: a time line begins a cue, whatever surrounds it; a cue with unreadable times is skipped together with its text.
 */
export function readTimedBlocks(
  lines: readonly string[],
  rules: BlockRules,
): { blocks: TimedBlock[]; faults: Fault[] } {
  const reader = new BlockReader(lines, rules);
  const end = endOfWholeCues(lines, rules);
  if (end.cutAt !== null) reader.report('cutOff', end.cutAt);
  for (let index = 0; index < end.length; index += 1) reader.readLine(index);
  reader.finishCue();
  return { blocks: reader.blocks, faults: reader.faults };
}

/** The state of {@link readTimedBlocks} between two lines. Indexes are those of `lines`. */
class BlockReader {
  readonly blocks: TimedBlock[] = [];
  readonly faults: Fault[] = [];
  readonly #lines: readonly string[];
  readonly #rules: BlockRules;
  #current: (Omit<TimedBlock, 'text'> & { text: string[] }) | null = null;
  /** The speaker in the label of the next cue. */
  #named: string | null = null;
  /** What to do with lines outside a cue. */
  #outside: 'stray' | 'ignored' = 'stray';
  /** The number of the last cue; null if there is none yet. */
  #number: number | null = null;
  #previous: 'empty' | 'label' | 'times' | 'text' = 'empty';

  constructor(lines: readonly string[], rules: BlockRules) {
    this.#lines = lines;
    this.#rules = rules;
  }

  report(kind: FaultKind, index: number): void {
    this.faults.push({ kind, line: this.#rules.firstLine + index });
  }

  finishCue(): void {
    if (this.#current) this.blocks.push({ ...this.#current, text: this.#current.text.join('\n') });
    this.#current = null;
  }

  readLine(index: number): void {
    const line = this.#lines[index] ?? '';
    const times = parseTimeLine(line);
    // An arrow in running text is text; where a time line is expected, it is a damaged one.
    const timesAreDue = this.#previous === 'empty' || this.#previous === 'label';
    if (times === 'broken' || (times === null && timesAreDue && line.includes('-->'))) {
      this.report('unreadableCue', index);
      this.#ignoreBlock();
    } else if (times) this.#beginCue(times, index);
    else if (isLabel(this.#lines, index, this.#rules)) {
      if (this.#previous === 'text') this.report('missingBlankLine', index);
      this.#named = SPEAKER_LABEL.exec(line)?.[1]?.trim() ?? null;
      this.#previous = 'label';
    } else if (this.#rules.hasComments && this.#previous === 'empty' && COMMENT.test(line)) {
      this.#ignoreBlock();
    } else if (isBlank(line)) this.#readBlank(line);
    else {
      if (this.#current) this.#current.text.push(line);
      else if (this.#outside === 'stray' && this.#previous === 'empty') this.report('strayText', index);
      this.#previous = 'text';
    }
  }

  /** Skips the lines of a block that is not a cue. */
  #ignoreBlock(): void {
    this.finishCue();
    this.#outside = 'ignored';
    this.#previous = 'text';
  }

  #beginCue({ start, end, text, faults }: TimeLine, index: number): void {
    if (this.#previous === 'text') this.report('missingBlankLine', index);
    this.finishCue();
    for (const fault of faults) this.report(fault, index);
    this.#current = {
      start,
      end,
      line: this.#rules.firstLine + index,
      text: this.#rules.settingsFollowTimes ? [] : [text],
      ...(this.#named !== null && { speaker: this.#named }),
    };
    this.#named = null;
    if (this.#rules.hasNumbers) this.#checkNumber(index);
    this.#previous = 'times';
  }

  #checkNumber(index: number): void {
    const written = this.#previous === 'label' ? Number(this.#lines[index - 1]) : null;
    if (this.#number !== null && written !== this.#number + 1) this.report('numbering', index);
    this.#number = written ?? (this.#number === null ? null : this.#number + 1);
  }

  #readBlank(line: string): void {
    // In WebVTT only a line without any character ends a cue; YouTube begins rolling cues with a lone space.
    // An empty line between times and text occurs in files that were edited by hand, and does not end the cue.
    const isBeforeText = this.#previous === 'times' && this.#current?.text.length === 0;
    if (this.#rules.emptyLineEndsText && line === '' && !isBeforeText) {
      this.finishCue();
      this.#outside = 'stray';
    }
    this.#previous = 'empty';
  }
}

/** Whether the cues are numbered: most time lines follow a line of digits. */
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

/** Whether a number between empty lines precedes these times. */
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

/** End of the last complete cue: a truncated file ends with a number or a part of a time line. */
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
