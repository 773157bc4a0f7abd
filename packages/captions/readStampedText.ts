import { HOUR, SECOND } from '#base';
import type { Fault } from './faults.ts';
import { readStamp, type Stamp, type StampKind } from './stampLine.ts';
import type { TimedBlock } from './readTimedBlocks.ts';
import { NO_FACTS, type TranscriptFacts } from './transcript.ts';

/** Assumed duration (ms) of the last entry, because nothing follows it. */
const LAST_MS = 5 * SECOND;
const DAY_MS = 24 * HOUR;
const LATEST_START = 3 * HOUR;

/** Google Meet's document has this heading above the spoken text. */
const MEET_HEADING = /^(?:(?<title>.{1,200}?)\s+[-–]\s+)?Transcript$/u;
/** `Weekly sync (2026-11-24 at 09:00 GMT-8)`. */
const MEET_DATE = /\s*\(\d{4}[-/]\d{2}[-/]\d{2}[^()]{0,60}\)\s*$/;
/** Lines that programs write below a transcript. */
const CLOSING =
  /^(?:(?:Meeting|Transcription) ended (?:after|at) [\d:]+|This editable transcript was computer generated|Transcribed by https:\/\/otter\.ai|.{1,60} stopped transcription$)/;
/** Lines that YouTube's page shows above its transcript. */
const CHROME = /^(?:Search (?:in video|transcript)|Follow along using the transcript\.|Show transcript)$/i;
/** A spoken form of the time above, for screen readers: `1 minute, 4 seconds`. */
const SPOKEN_TIME = /^(?:\d{1,3} (?:hours?|minutes?|seconds?)(?:,? |$)){1,3}$/;
/** A speaker within a passage that has one time only. */
const TURN = /^(?<name>\p{Lu}[^:<>]{0,59}): (?<said>\S.*)$/u;

/** Minimum share of lines with a time in a transcript. */
const STAMPED_SHARE = 0.2;

/** Whether a text is a plain transcript: it has at least two lines with a time, and enough of them. */
export function isStampedText(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const stamps = stampsInUsualForm(lines).filter((stamp) => stamp !== null).length;
  return MEET.test(text) ? stamps > 0 : stamps > 1 && stamps >= lines.length * STAMPED_SHARE;
}

/** The time of each line written in the text's most frequent form, or in a form at least half as frequent. */
function stampsInUsualForm(lines: readonly string[]): (Stamp | null)[] {
  const stamps = lines.map((line) => readStamp(line.trim()));
  const counts = new Map<StampKind, number>();
  for (const stamp of stamps) if (stamp !== null) counts.set(stamp.kind, (counts.get(stamp.kind) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const isUsual = ({ kind }: Stamp): boolean => (counts.get(kind) ?? 0) * 2 >= most;
  return stamps.map((stamp) => (stamp !== null && isUsual(stamp) ? stamp : null));
}

const MEET = /^(?:.{1,200} [-–] )?Transcript$/mu;

interface Spoken {
  readonly stamp: Stamp;
  readonly speaker: string | null;
  readonly line: number;
  readonly text: string[];
  /** Line of its first words, if they are below its time. */
  textLine?: number;
}

/**
 * Reads plain text with times: output of Whisper, exports of Otter and Teams, transcripts of Google Meet and YouTube,
 * captions and chats saved by Zoom. Text before the first time is not speech.
 */
export function readStampedText(text: string): {
  facts: TranscriptFacts;
  blocks: TimedBlock[];
  faults: Fault[];
} {
  const reader = new StampedTextReader();
  const lines = text.split('\n');
  const stamps = stampsInUsualForm(lines);
  for (const [index, line] of lines.entries()) reader.readLine(line.trim(), index + 1, stamps[index] ?? null);
  const { title, spoken, faults } = reader;
  return { facts: { ...NO_FACTS, title }, blocks: toBlocks(spoken, faults), faults };
}

/** The state of {@link readStampedText} between two lines. Line numbers count from 1. */
class StampedTextReader {
  readonly spoken: Spoken[] = [];
  readonly faults: Fault[] = [];
  title: string | null = null;
  #previous = '';
  /** A closing remark was read; what follows is not speech. */
  #isOver = false;

  /** @param written the time in the line, if it has one in the usual form */
  readLine(line: string, number: number, written: Stamp | null): void {
    const stamp = this.#isOver || !this.#isInOrder(written) ? null : written;
    const isBeforeTimes = this.spoken.every((one) => one.stamp === AT_START);
    const heading = isBeforeTimes && stamp === null ? MEET_HEADING.exec(line) : null;
    if (stamp !== null) this.#begin(stamp, number);
    else if (heading !== null) {
      this.title ??= heading.groups?.['title']?.replace(MEET_DATE, '') ?? null;
      this.#beginDocument(number);
    } else if (line !== '') this.#readText(line, number, isBeforeTimes);
    this.#previous = line;
  }

  /** Time does not run backwards: a line with an earlier time is spoken text. */
  #isInOrder(stamp: Stamp | null): boolean {
    return stamp !== null && (stamp.isOfDay || stamp.start >= (this.spoken.at(-1)?.stamp.start ?? 0));
  }

  #begin(stamp: Stamp, line: number): void {
    this.spoken.push({ stamp, speaker: stamp.speaker, line, text: stamp.text === '' ? [] : [stamp.text] });
  }

  /** Reports the text above Google Meet's heading. Text below it, before the first time, is at the recording's start. */
  #beginDocument(line: number): void {
    for (const { line: number, text, textLine } of this.spoken.splice(0))
      if (text.length > 0) this.faults.push({ kind: 'strayText', line: textLine ?? number });
    this.#begin(AT_START, line);
  }

  #readText(line: string, number: number, isBeforeTimes: boolean): void {
    const current = this.spoken.at(-1);
    const isRemark = CLOSING.test(line);
    // Google's documents once had this remark below the heading, before any text.
    this.#isOver ||= isRemark && this.spoken.some(({ text }) => text.length > 0);
    // Lines that programs add are not speech.
    if (isRemark || (isBeforeTimes && CHROME.test(line))) return;
    if (current === undefined || this.#isOver) {
      if (this.#previous === '') this.faults.push({ kind: 'strayText', line: number });
      return;
    }
    const isAloud = current.stamp.kind === 'bare' && current.text.length === 0 && SPOKEN_TIME.test(line);
    if (!isAloud) addLine(this.spoken, current, line, number);
  }
}

const AT_START: Stamp = { start: 0, end: null, speaker: null, text: '', isOfDay: false, kind: 'bare' };

/** Several speakers under one time get a cue each. */
function addLine(spoken: Spoken[], current: Spoken, line: string, number: number): void {
  const turn = current.stamp.kind === 'bare' ? TURN.exec(line) : null;
  if (turn !== null && current.text.length > 0)
    spoken.push({ stamp: current.stamp, speaker: null, line: number, text: [line] });
  else {
    if (current.text.length === 0) current.textLine = number;
    current.text.push(line);
  }
}

function toBlocks(spoken: readonly Spoken[], faults: Fault[]): TimedBlock[] {
  const [first] = spoken;
  // A recording does not begin hours after itself.
  const isOfDay = first !== undefined && (first.stamp.isOfDay || first.stamp.start >= LATEST_START);
  if (isOfDay) faults.push({ kind: 'timesOfDay', line: null });
  const origin = isOfDay ? first.stamp.start : 0;
  // A meeting over midnight begins with late times and continues with early ones.
  const startOf = ({ stamp }: Spoken): number =>
    isOfDay ? (stamp.start - origin + DAY_MS) % DAY_MS : stamp.start;
  const blocks: TimedBlock[] = [];
  let [later, end] = [Infinity, Infinity];
  // Backwards: a turn ends at the next different time.
  for (const one of spoken.toReversed()) {
    const start = startOf(one);
    if (start !== later) [end, later] = [later, start];
    if (one.text.length === 0 && one.stamp.kind === 'bare') continue;
    const until = one.stamp.end ?? (end > start && end < Infinity ? end : start + LAST_MS);
    blocks.push({ start, end: until, text: one.text.join('\n'), line: one.line, speaker: one.speaker });
  }
  return blocks.toReversed();
}
