import { HOUR, SECOND } from '../time.ts';
import type { Fault } from './faults.ts';
import { readStamp, type Stamp, type StampKind } from './stampLine.ts';
import type { TimedBlock } from './readTimedBlocks.ts';
import { NO_FACTS, type TranscriptFacts } from './transcript.ts';

/** What the last thing said is taken to last, as nothing follows it. */
const LAST_MS = 5 * SECOND;
const DAY_MS = 24 * HOUR;
const LATEST_START = 3 * HOUR;

/** Google Meet's document has this word above what was said. */
const MEET_HEADING = /^(?:(?<title>.{1,200}?)\s+[-–]\s+)?Transcript$/u;
/** `Weekly sync (2026-11-24 at 09:00 GMT-8)`. */
const MEET_DATE = /\s*\(\d{4}[-/]\d{2}[-/]\d{2}[^()]{0,60}\)\s*$/;
/** What programs write below a transcript. */
const CLOSING =
  /^(?:(?:Meeting|Transcription) ended (?:after|at) [\d:]+|This editable transcript was computer generated|Transcribed by https:\/\/otter\.ai)/;
/** What a page says aloud of a time above: `1 minute, 4 seconds`. */
const TIME_ALOUD = /^(?:\d{1,3} (?:hours?|minutes?|seconds?)(?:,? |$)){1,3}$/;
/** Somebody who speaks in a stretch that has one time only. */
const TURN = /^(?<name>\p{Lu}[^:<>]{0,59}): (?<said>\S.*)$/u;

/** Share of its lines that say when, above which a text is a transcript. */
const STAMPED_SHARE = 0.2;

/** Whether a text is a plain transcript: two lines at least, and many of them, say when. */
export function isStampedText(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const kinds = kindsIn(lines);
  const stamps = lines.filter((line) => isOfKinds(readStamp(line.trim()), kinds)).length;
  return stamps > 1 && (stamps >= lines.length * STAMPED_SHARE || MEET.test(text));
}

/** The ways in which a transcript writes its times: the usual one, and what comes half as often. */
function kindsIn(lines: readonly string[]): ReadonlySet<StampKind> {
  const counts = new Map<StampKind, number>();
  for (const line of lines) {
    const kind = readStamp(line.trim())?.kind;
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return new Set([...counts].filter(([, count]) => count * 2 >= most).map(([kind]) => kind));
}

const isOfKinds = (stamp: Stamp | null, kinds: ReadonlySet<StampKind>): stamp is Stamp =>
  stamp !== null && kinds.has(stamp.kind);

const MEET = /^(?:.{1,200} [-–] )?Transcript$/mu;

interface Spoken {
  readonly stamp: Stamp;
  readonly speaker: string | null;
  readonly line: number;
  readonly text: string[];
}

/**
 * Plain text with times → blocks: what Whisper prints, Otter and Teams export, Google Meet and YouTube show, and Zoom
 * saves of captions and chat. What stands before the first time is no speech.
 */
export function readStampedText(text: string): {
  facts: TranscriptFacts;
  blocks: TimedBlock[];
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const spoken: Spoken[] = [];
  let title: string | null = null;
  let previous = '';
  let isOver = false;
  const lines = text.split('\n');
  const kinds = kindsIn(lines);
  for (const [index, written] of lines.entries()) {
    const line = written.trim();
    const read = isOver ? null : readStamp(line);
    // Time does not run back: such a line is said.
    const isLater = read !== null && (read.isOfDay || read.start >= (spoken.at(-1)?.stamp.start ?? 0));
    const stamp = isLater && isOfKinds(read, kinds) ? read : null;
    const isBeforeTimes = spoken.every((one) => one.stamp === AT_START);
    const heading = isBeforeTimes && stamp === null ? MEET_HEADING.exec(line) : null;
    if (stamp !== null) {
      spoken.push({
        stamp,
        speaker: stamp.speaker,
        line: index + 1,
        text: stamp.text === '' ? [] : [stamp.text],
      });
    } else if (heading !== null) {
      title ??= heading.groups?.['title']?.replace(MEET_DATE, '') ?? null;
      for (const { line: number, text: said } of spoken.splice(0))
        if (said.length > 0) faults.push({ kind: 'strayText', line: number });
      // Before its first time the document is at the start of the recording.
      spoken.push({ stamp: AT_START, speaker: null, line: index + 1, text: [] });
    } else if (line !== '') {
      isOver ||= CLOSING.test(line);
      const current = spoken.at(-1);
      const isAloud = current?.stamp.kind === 'bare' && current.text.length === 0 && TIME_ALOUD.test(line);
      if (current === undefined || isOver) {
        if (previous === '') faults.push({ kind: 'strayText', line: index + 1 });
      } else if (!isAloud) addLine(spoken, current, line, index + 1);
    }
    previous = line;
  }
  return { facts: { ...NO_FACTS, title }, blocks: toBlocks(spoken, faults), faults };
}

const AT_START: Stamp = { start: 0, end: null, speaker: null, text: '', isOfDay: false, kind: 'bare' };

/** Of several who speak under one time each has a cue of their own. */
function addLine(spoken: Spoken[], current: Spoken, line: string, number: number): void {
  const turn = current.stamp.kind === 'bare' ? TURN.exec(line) : null;
  if (turn !== null && current.text.length > 0)
    spoken.push({ stamp: current.stamp, speaker: null, line: number, text: [line] });
  else current.text.push(line);
}

function toBlocks(spoken: readonly Spoken[], faults: Fault[]): TimedBlock[] {
  const [first] = spoken;
  // No recording begins hours after itself.
  const isOfDay = first !== undefined && (first.stamp.isOfDay || first.stamp.start >= LATEST_START);
  if (isOfDay) faults.push({ kind: 'timesOfDay', line: null });
  const origin = isOfDay ? first.stamp.start : 0;
  // A meeting over midnight begins late and goes on early.
  const startOf = ({ stamp }: Spoken): number =>
    isOfDay ? (stamp.start - origin + DAY_MS) % DAY_MS : stamp.start;
  return spoken.flatMap((one, index) => {
    if (one.text.length === 0 && one.stamp.kind === 'bare') return [];
    const start = startOf(one);
    const next = spoken.slice(index + 1, index + 1 + LOOK_AHEAD).find((other) => startOf(other) > start);
    const end = one.stamp.end ?? (next === undefined ? start + LAST_MS : startOf(next));
    return { start, end, text: one.text.join('\n'), line: one.line, speaker: one.speaker };
  });
}

/** So many turns may share one time before the end is no longer looked for. */
const LOOK_AHEAD = 200;
