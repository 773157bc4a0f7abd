const LINE_FEED = 10;
const FENCE = /```+|~~~+/y;

const isBlank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(String.fromCharCode(code)));

/** Where the words of a line begin: behind its white space and marks of quotes. @param from where the line begins */
function beginOf(text: string, from: number): number {
  let at = from;
  for (
    let code = text.charCodeAt(at);
    code === 62 || (code !== LINE_FEED && isBlank(code));
    code = text.charCodeAt(at)
  )
    at += 1;
  return at;
}

/** The fence of code at a place: ` ``` `, `~~~`, or longer ones; null if there is none. */
function fenceAt(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  if (code !== 96 && code !== 126) return null;
  FENCE.lastIndex = at;
  return FENCE.exec(text)?.[0] ?? null;
}

/** Whether a list item begins at a place: `- `, `* `, `+ `, `1. `, `1) `. */
export function isItemAt(text: string, from: number): boolean {
  let at = from;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57 && at - from < 9; code = text.charCodeAt(at))
    at += 1;
  const mark = text.charCodeAt(at);
  const isMark = at === from ? mark === 45 || mark === 42 || mark === 43 : mark === 46 || mark === 41;
  return isMark && isBlank(text.charCodeAt(at + 1));
}

/** The lines of a text, one at a time: a reader that ends early does not split the rest. */
export function* linesOf(text: string): Generator<string> {
  let from = 0;
  for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
    yield text.slice(from, to);
    from = to + 1;
  }
  yield text.slice(from);
}

/** The lines of a note that are neither empty nor in fenced code, each with its number from 1. */
export function* linesOutsideCode(
  lines: Iterable<string>,
): Generator<readonly [number: number, line: string]> {
  let fence: string | null = null;
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line === '') continue;
    const mark = fenceAt(line, beginOf(line, 0));
    if (mark !== null && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    if (fence === null) yield [number, line];
  }
}

/** A line of a text. */
export interface TextLine {
  readonly line: string;
  /** From 1. */
  readonly number: number;
  /** Where the next line begins; the length of the text after the last one. */
  readonly next: number;
}

/**
 * The lines outside of fenced code whose words begin as wanted, one at a time. Most lines of a long text are only counted: taking each
 * one out of it takes longer than all else.
 * @param isWanted whether words that begin there are wanted
 */
export function* wantedLines(
  text: string,
  isWanted: (text: string, begin: number) => boolean,
): Generator<TextLine> {
  let fence: string | null = null;
  let number = 0;
  for (let from = 0; from < text.length;) {
    number += 1;
    if (text.charCodeAt(from) === LINE_FEED) {
      from += 1;
      continue;
    }
    const begin = beginOf(text, from);
    const mark = fenceAt(text, begin);
    if (mark !== null && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    const end = text.indexOf('\n', begin);
    const next = end === -1 ? text.length : end + 1;
    if (fence === null && isWanted(text, begin))
      yield { line: text.slice(from, end === -1 ? next : end), number, next };
    from = next;
  }
}
