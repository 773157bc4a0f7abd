import { CLOCK, clockMs } from './clockText.ts';

/**
 * A line of a plain transcript with a time, and often a speaker. Times: milliseconds from the start of the recording
 * or, if `isOfDay`, from midnight.
 */
export interface Stamp {
  readonly start: number;
  /** Null if the line only has a start. */
  readonly end: number | null;
  readonly speaker: string | null;
  /** Text on the same line; empty if it follows on the next. */
  readonly text: string;
  /** Zoom's captions and chats have times of day. */
  readonly isOfDay: boolean;
  /** The form of the line; a transcript uses one form throughout. */
  readonly kind: StampKind;
}

export type StampKind = 'range' | 'zoom' | 'brackets' | 'bare' | 'leading' | 'named';

/** A name is short, begins with a letter or digit, and is not a sentence. */
const NAME = String.raw`[\p{L}\p{N}][^\t:<>\[\]{}|!?]{0,59}?`;

/** `[00:00:04.000 --> 00:00:09.000]  text` from Whisper; also `(0:04 - 0:09) text`. */
const RANGE = new RegExp(`^[[(]\\s?(${CLOCK})\\s?(?:-->|→|[-–])\\s?(${CLOCK})\\s?[\\])]:?\\s*(.*)$`, 'u');
/** `[Ana Example] 10:02:33`: captions saved by Zoom. */
const ZOOM_CAPTION = new RegExp(`^\\[([^\\[\\]]{1,60})\\]\\s{1,4}(\\d{1,2}:\\d{2}:\\d{2})\\s*$`, 'u');
/** `10:02:33 From Ana Example to Everyone: text`: a chat saved by Zoom; the text may follow on the next line. */
const ZOOM_CHAT = new RegExp(
  `^(?:\\d{4}-\\d{2}-\\d{2}\\s+)?(\\d{1,2}:\\d{2}:\\d{2})\\s+From\\s+(.{1,60}?)(?:\\s+to\\s+.{1,60}?)?\\s*(?:\\((?:Direct Message|Privately)\\)\\s*)?:(?:\\s+(.*))?$`,
  'iu',
);
/** `00:04:15⇥Ana Example:⇥text`: the chat of a Zoom cloud recording. */
const CLOUD_CHAT = new RegExp(`^(${CLOCK})\\t\\s*([^\\t:]{1,60}?)\\s*:\\s*(.*)$`, 'u');
/** `[00:00:04] text`, `(0:04) text`. */
const BRACKETS = new RegExp(`^[[(]\\s?(${CLOCK})\\s?[\\])]:?\\s*(.*)$`, 'u');
/** `Ana Example  0:03`, `Ana Example (0:03)`, `Ana Example | 00:03`: Otter, Teams and many more. */
const NAMED = new RegExp(
  `^\\*{0,2}(${NAME})\\*{0,2}(\\s*(?:[|,–-]\\s*)?[[(]?)(?<![\\d:.,])(${CLOCK})[\\])]?\\s*:?\\s*$`,
  'u',
);
/** `Ana Example (0:03): text`. */
const NAMED_INLINE = new RegExp(
  `^\\*{0,2}(${NAME})\\*{0,2}\\s*[[(](${CLOCK})[\\])]\\*{0,2}:\\s+(\\S.*)$`,
  'u',
);
/** `0:04` on a line of its own. */
const BARE = new RegExp(`^\\s*(${CLOCK})\\s*$`);
/** `0:04 text`, or `0:04text` as pasted from a page. */
const LEADING = new RegExp(`^(${CLOCK})(?:\\s*[-–:|]\\s+|\\s+|(?=\\p{L}))(\\S.*)$`, 'u');

/** Longer lines are text in any case. */
const MAX_LINE_LENGTH = 2_000;

const plain = { end: null, speaker: null, text: '', isOfDay: false };

/** Reads a line that begins an entry; null if it is spoken text. */
export function readStamp(line: string): Stamp | null {
  const head = line.length > MAX_LINE_LENGTH ? line.slice(0, MAX_LINE_LENGTH) : line;
  // Each form begins with a time or a bracket, or ends with a time.
  const isOpen = head.startsWith('[') || head.startsWith('(');
  const stamp = isOpen ? bracketStamp(head) : STARTS_WITH_TIME.test(head) ? timeStamp(head) : null;
  const found =
    stamp ??
    (ENDS_WITH_TIME.test(head) ? namedStamp(head) : null) ??
    (HAS_TIME_INSIDE.test(head) ? inlineStamp(head) : null);
  return found === null || head === line ? found : { ...found, text: found.text + line.slice(head.length) };
}

const STARTS_WITH_TIME = /^(?:\d{4}-\d{2}-\d{2} )?\d{1,3}:\d/;
const HAS_TIME_INSIDE = /^.{1,70}[[(]\d[\d:.,]{3,14}[\])]\*{0,2}:\s/u;
const ENDS_WITH_TIME = /\d:\d\d(?:[.,]\d{1,3})?[\])]?\s{0,4}:?\s{0,4}$/;

function stampAt(written: string | undefined, more: Partial<Stamp> & Pick<Stamp, 'kind'>): Stamp | null {
  const start = written === undefined ? null : clockMs(written);
  return start === null ? null : { ...plain, start, ...more };
}

function bracketStamp(line: string): Stamp | null {
  const [, from, to, said = ''] = RANGE.exec(line) ?? [];
  const end = to === undefined ? null : clockMs(to);
  const range = stampAt(from, { kind: 'range', end, text: said });
  if (range !== null && end !== null && end >= range.start) return range;
  const [, start, text = ''] = BRACKETS.exec(line) ?? [];
  if (start !== undefined) return stampAt(start, { kind: 'brackets', text });
  const [, speaker, time] = ZOOM_CAPTION.exec(line) ?? [];
  return stampAt(time, { kind: 'zoom', speaker: speaker?.trim() || null, isOfDay: true });
}

function timeStamp(line: string): Stamp | null {
  const [, bare] = BARE.exec(line) ?? [];
  if (bare !== undefined) return stampAt(bare, { kind: 'bare' });
  const [, time, from, written = ''] = ZOOM_CHAT.exec(line) ?? [];
  if (time !== undefined)
    return stampAt(time, { kind: 'zoom', speaker: from?.trim() || null, text: written, isOfDay: true });
  const [, at, name, text = ''] = CLOUD_CHAT.exec(line) ?? [];
  if (at !== undefined) return stampAt(at, { kind: 'zoom', speaker: name?.trim() || null, text });
  const [, start, said = ''] = LEADING.exec(line) ?? [];
  return stampAt(start, { kind: 'leading', text: said });
}

function namedStamp(line: string): Stamp | null {
  const [, name = '', gap = '', time] = NAMED.exec(line) ?? [];
  // “We start at 10:30” is spoken text; a name before a single space is capitalised.
  const isName = /^(?: ?| )$/.test(gap) ? looksLikeName(name) : name !== '';
  return isName ? stampAt(time, { kind: 'named', speaker: name.trim() || null }) : null;
}

function inlineStamp(line: string): Stamp | null {
  const [, name = '', time, text = ''] = NAMED_INLINE.exec(line) ?? [];
  return looksLikeName(name) ? stampAt(time, { kind: 'named', speaker: name.trim(), text }) : null;
}

/** Words of a name that are not capitalised. */
const PARTICLES = new Set(
  'af al bin d da de del den der di dos du el la le of ten ter van von y zu'.split(' '),
);

/** Whether each word of a short text is capitalised as in names. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return words.length <= 6 && words.every((word) => PARTICLES.has(word) || /^[\p{Lu}\p{Lo}\d(]/u.test(word));
}
