import { isHostileLine } from './hostileLine.ts';

/**
 * A piece of a note that is rendered by itself: a paragraph, a heading, an item of a list, a block of code. The lines
 * of all blocks together are those of the note, and blank lines belong to the block before them.
 */
export interface NoteBlock {
  readonly source: string;
  /** Number of its lines. */
  readonly lines: number;
  /** Items beside each other are one list. */
  readonly kind: 'block' | 'bullet' | 'number';
  /** It has addresses or footnotes that other blocks refer to. */
  readonly isDefinition: boolean;
  /** Out of proportion: shown as plain text. */
  readonly isPlain: boolean;
}

/** A note as blocks. */
export interface NoteBlocks {
  readonly text: string;
  readonly lines: readonly string[];
  readonly blocks: readonly NoteBlock[];
}

/** A block that is not code ends here, even within a paragraph. */
const MOST_LINES = 200;
/** Larger blocks are shown as plain text (characters). */
const LARGEST = 50_000;

const BULLET = /^[-*+](?:\s|$)/;
const NUMBER = /^\d{1,9}[.)](?:\s|$)/;
const HEADING = /^#{1,6}(?:\s|$)/;
const FENCE = /^\s*(?:[-*+>]\s+|\d{1,9}[.)]\s+)*(```+|~~~+)/;
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/m;

/** HTML that goes on over blank lines, by the end of it. CommonMark §4.6, kinds 1 and 2. */
const LONG_HTML: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

const isBlank = (line: string): boolean => line.trim() === '';

const kindOf = (line: string): NoteBlock['kind'] =>
  BULLET.test(line) ? 'bullet' : NUMBER.test(line) ? 'number' : 'block';

/** The end of the block that begins at a line: the index after its last line. */
function endOf(lines: readonly string[], from: number): number {
  let first = from;
  while (first < lines.length - 1 && isBlank(lines[first] ?? '')) first += 1;
  const kind = kindOf(lines[first] ?? '');
  let fence: string | null = null;
  let html: RegExp | null = null;
  for (let at = first; at < lines.length - 1; at += 1) {
    const [line = '', next = ''] = [lines[at], lines[at + 1]];
    const mark = html === null ? FENCE.exec(line)?.[1] : undefined;
    if (
      mark !== undefined &&
      (fence === null || (mark.startsWith(fence) && /^\s*(?:>\s*)*[`~]+\s*$/.test(line)))
    )
      fence = fence === null ? mark : null;
    else if (fence === null) {
      html ??= LONG_HTML.find(([start]) => start.test(line))?.[1] ?? null;
      if (html?.test(line) === true) html = null;
    }
    if (fence !== null || html !== null) continue;
    if (at - first >= MOST_LINES) return at + 1;
    const isIndented = /^\s/.test(next);
    if (isBlank(line) ? !isBlank(next) && !isIndented : HEADING.test(next) || HEADING.test(line)) {
      // Blank lines after a heading belong to it.
      if (!isBlank(next)) return at + 1;
    }
    if (kind !== 'block' && kindOf(next) !== 'block') return at + 1;
  }
  return lines.length;
}

function blockOf(lines: readonly string[], from: number, to: number): NoteBlock {
  const own = lines.slice(from, to);
  const source = own.join('\n');
  return {
    source,
    lines: to - from,
    kind: kindOf(own.find((line) => !isBlank(line)) ?? ''),
    isDefinition: DEFINITION.test(source),
    isPlain: source.length > LARGEST || own.some(isHostileLine),
  };
}

/** The blocks of a note. */
export const blocksOf = (text: string): NoteBlocks => withText({ text: '', lines: [], blocks: [] }, text);

/**
 * The blocks of a note that has changed. Blocks whose lines are the same are the same objects, so what is drawn of them
 * stays. One changed line costs little, also in a long note.
 */
export function withText(before: NoteBlocks, text: string): NoteBlocks {
  if (text === before.text && before.lines.length > 0) return before;
  const lines = text.split('\n');
  const old = before.lines;
  const shorter = Math.min(lines.length, old.length);
  let same = 0;
  while (same < shorter && lines[same] === old[same]) same += 1;
  let tail = 0;
  while (tail < shorter - same && lines[lines.length - 1 - tail] === old[old.length - 1 - tail]) tail += 1;

  // A block's end depends on the line after it, so that has to be the same, too.
  let [kept, at] = [0, 0];
  for (const block of before.blocks) {
    if (at + block.lines + 1 > same) break;
    at += block.lines;
    kept += 1;
  }
  const blocks = before.blocks.slice(0, kept);
  const shift = lines.length - old.length;
  let [oldIndex, oldAt] = [kept, at];
  while (at < lines.length) {
    // From the first end within the unchanged rest on, all blocks are those of before.
    if (at >= lines.length - tail) {
      while (oldAt < at - shift) {
        oldAt += before.blocks[oldIndex]?.lines ?? Infinity;
        oldIndex += 1;
      }
      if (oldAt === at - shift && oldIndex > kept)
        return { text, lines, blocks: [...blocks, ...before.blocks.slice(oldIndex)] };
    }
    const end = endOf(lines, at);
    const made = blockOf(lines, at, end);
    const known = before.blocks[blocks.length];
    blocks.push(known?.source === made.source ? known : made);
    at = end;
  }
  return { text, lines, blocks };
}
