import { CLOCK, clockMs } from './clockText.ts';

/**
 * The line of a plain transcript that says when, and often who. Times: milliseconds, from the start of the recording
 * or, where `isOfDay`, from midnight.
 */
export interface Stamp {
  readonly start: number;
  /** Null where the line only says when it begins. */
  readonly end: number | null;
  readonly speaker: string | null;
  /** What is said on the same line; empty where it follows. */
  readonly text: string;
  /** Zoom's captions and chats tell the time of day. */
  readonly isOfDay: boolean;
  /** How the line is written; a transcript keeps to one way. */
  readonly kind: StampKind;
}

export type StampKind = 'range' | 'zoom' | 'brackets' | 'bare' | 'leading' | 'named';

/** A name is short, begins with a letter or digit, and is no sentence. */
const NAME = String.raw`[\p{L}\p{N}][^\t:<>\[\]{}|!?]{0,59}?`;

/** `[00:00:04.000 --> 00:00:09.000]  text`, as Whisper prints it; also `(0:04 - 0:09) text`. */
const RANGE = new RegExp(`^[[(]\\s?(${CLOCK})\\s?(?:-->|→|[-–])\\s?(${CLOCK})\\s?[\\])]:?\\s*(.*)$`, 'u');
/** `[Ana Example] 10:02:33`: captions that Zoom saved. */
const ZOOM_CAPTION = new RegExp(`^\\[([^\\[\\]]{1,60})\\]\\s{1,4}(\\d{1,2}:\\d{2}:\\d{2})\\s*$`, 'u');
/** `10:02:33 From Ana Example to Everyone: text`: a chat that Zoom saved; the text may follow. */
const ZOOM_CHAT = new RegExp(
  `^(\\d{1,2}:\\d{2}:\\d{2})\\s+From\\s+(.{1,60}?)(?:\\s+to\\s+.{1,60}?)?\\s*(?:\\((?:Direct Message|Privately)\\)\\s*)?:(?:\\s+(.*))?$`,
  'iu',
);
/** `00:04:15⇥Ana Example:⇥text`: the chat of a recording in Zoom's cloud. */
const CLOUD_CHAT = new RegExp(`^(${CLOCK})\\t\\s*([^\\t:]{1,60}?)\\s*:\\s*(.*)$`, 'u');
/** `[00:00:04] text`, `(0:04) text`. */
const BRACKETS = new RegExp(`^[[(]\\s?(${CLOCK})\\s?[\\])]:?\\s*(.*)$`, 'u');
/** `Ana Example  0:03`, `Ana Example (0:03)`, `Ana Example | 00:03`: Otter, Teams and many more. */
const NAMED = new RegExp(
  `^\\*{0,2}(${NAME})\\*{0,2}(\\s*(?:[|,–-]\\s*)?[[(]?)(?<![\\d:.,])(${CLOCK})[\\])]?\\s*:?\\s*$`,
  'u',
);
/** `0:04`, alone in its line. */
const BARE = new RegExp(`^\\s*(${CLOCK})\\s*$`);
/** `0:04 text`, `0:04text` as it is pasted from a page. */
const LEADING = new RegExp(`^(${CLOCK})(?:\\s*[-–:|]\\s+|\\s+|(?=\\p{L}))(\\S.*)$`, 'u');

/** Longer lines are text, whatever they hold. */
const LONGEST_HEAD = 2_000;

const plain = { end: null, speaker: null, text: '', isOfDay: false };

/** Reads a line that begins something said; null where it is part of what is said. */
export function readStamp(line: string): Stamp | null {
  const head = line.slice(0, LONGEST_HEAD);
  // Every form begins with a time or a bracket, or ends with a time.
  if (!/^\s*[[(*]?\s?\d|^\[|\d[\])]?\s*:?\s*$/.test(head)) return null;
  const rest = line.slice(head.length);
  const stamp = rangeStamp(head) ?? zoomStamp(head) ?? simpleStamp(head);
  return stamp === null || rest === '' ? stamp : { ...stamp, text: stamp.text + rest };
}

function stampAt(written: string | undefined, more: Partial<Stamp> & Pick<Stamp, 'kind'>): Stamp | null {
  const start = written === undefined ? null : clockMs(written);
  return start === null ? null : { ...plain, start, ...more };
}

function rangeStamp(line: string): Stamp | null {
  const [, from, to, text = ''] = RANGE.exec(line) ?? [];
  const end = to === undefined ? null : clockMs(to);
  const stamp = stampAt(from, { kind: 'range', end, text });
  return stamp === null || end === null || end < stamp.start ? null : stamp;
}

function zoomStamp(line: string): Stamp | null {
  const caption = ZOOM_CAPTION.exec(line);
  if (caption !== null)
    return stampAt(caption[2], { kind: 'zoom', speaker: caption[1]?.trim() || null, isOfDay: true });
  const chat = ZOOM_CHAT.exec(line);
  if (chat !== null)
    return stampAt(chat[1], {
      kind: 'zoom',
      speaker: chat[2]?.trim() || null,
      text: chat[3] ?? '',
      isOfDay: true,
    });
  const cloud = CLOUD_CHAT.exec(line);
  return cloud === null
    ? null
    : stampAt(cloud[1], { kind: 'zoom', speaker: cloud[2]?.trim() || null, text: cloud[3] ?? '' });
}

function simpleStamp(line: string): Stamp | null {
  const brackets = BRACKETS.exec(line);
  if (brackets !== null) return stampAt(brackets[1], { kind: 'brackets', text: brackets[2] ?? '' });
  const bare = BARE.exec(line);
  if (bare !== null) return stampAt(bare[1], { kind: 'bare' });
  const leading = LEADING.exec(line);
  if (leading !== null) return stampAt(leading[1], { kind: 'leading', text: leading[2] ?? '' });
  const [, name = '', gap = '', time] = NAMED.exec(line) ?? [];
  // “We start at 10:30” is said; a name before one blank has capitals.
  const isName = /^(?: ?| )$/.test(gap) ? looksLikeName(name) : name !== '';
  return isName ? stampAt(time, { kind: 'named', speaker: name.trim() || null }) : null;
}

/** Words of a name that have no capital. */
const PARTICLES = new Set(
  'af al bin d da de del den der di dos du el la le of ten ter van von y zu'.split(' '),
);

/** Whether each word of a short text begins as those of names do. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return words.length <= 6 && words.every((word) => PARTICLES.has(word) || /^[\p{Lu}\p{Lo}\d(]/u.test(word));
}
