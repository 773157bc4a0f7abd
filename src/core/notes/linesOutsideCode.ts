const LINE_FEED = 10;
const BACKTICK = 96;
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

/** The marks of a code fence at this position, ` ``` `, `~~~` or longer ones; null if there are none. */
function fenceAt(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  if (code !== BACKTICK && code !== 126) return null;
  FENCE.lastIndex = at;
  return FENCE.exec(text)?.[0] ?? null;
}

/** Fenced code that is open. */
interface OpenCode {
  readonly fence: string;
  /** In a quote, which ends the code with its last line. */
  readonly isQuoted: boolean;
}

/** Whether a line is in a quote. @param begin where its words begin */
function isQuote(text: string, from: number, begin: number): boolean {
  for (let at = from; at < begin; at += 1) if (text.charCodeAt(at) === 62) return true;
  return false;
}

/** What follows a fence in its line. */
function behind(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.length : end);
}

/** So many list items that begin in one line are looked through for code. */
const MOST_ITEMS = 10;

/** Behind the marks of the list items that begin at a place: code may be their first line. */
function behindItems(text: string, begin: number): number {
  let at = begin;
  for (let depth = 0; depth < MOST_ITEMS && isItemAt(text, at); depth += 1) {
    while (!isBlank(text.charCodeAt(at))) at += 1;
    while (text.charCodeAt(at) !== LINE_FEED && isBlank(text.charCodeAt(at))) at += 1;
  }
  return at;
}

/** The code that a line opens; null for none. */
function codeOpenedBy(text: string, from: number, begin: number): OpenCode | null {
  const at = behindItems(text, begin);
  const fence = fenceAt(text, at);
  if (fence === null) return null;
  // Three backticks with more of them in the line mark code within a sentence.
  if (fence.startsWith('`') && behind(text, at + fence.length).includes('`')) return null;
  return { fence, isQuoted: isQuote(text, from, begin) };
}

/** The code that is open after a line. @param begin where its words begin */
function codeAfter(open: OpenCode | null, text: string, from: number, begin: number): OpenCode | null {
  if (open === null || (open.isQuoted && !isQuote(text, from, begin))) return codeOpenedBy(text, from, begin);
  const mark = fenceAt(text, begin);
  // One with a language behind it, `~~~js`, is a line of the code.
  const isEnd = mark?.startsWith(open.fence) === true && behind(text, begin + mark.length).trim() === '';
  return isEnd ? null : open;
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
  let code: OpenCode | null = null;
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line === '') {
      if (code?.isQuoted === true) code = null;
      continue;
    }
    code = codeAfter(code, line, 0, beginOf(line, 0));
    if (code === null) yield [number, line];
  }
}

/** A line of a text. */
export interface TextLine {
  readonly line: string;
  /** From 1. */
  readonly number: number;
  readonly from: number;
  /** Where the next line begins; the length of the text after the last one. */
  readonly next: number;
}

/**
 * The lines outside of fenced code whose words begin as wanted, one at a time. Most lines of a long text are only
 * counted: taking each one out of it takes longer than all else.
 * @param isWanted whether words that begin there are wanted
 */
export function* wantedLines(
  text: string,
  isWanted: (text: string, begin: number) => boolean,
): Generator<TextLine> {
  let code: OpenCode | null = null;
  let number = 0;
  for (let from = 0; from < text.length;) {
    number += 1;
    if (text.charCodeAt(from) === LINE_FEED) {
      if (code?.isQuoted === true) code = null;
      from += 1;
      continue;
    }
    const begin = beginOf(text, from);
    code = codeAfter(code, text, from, begin);
    const end = text.indexOf('\n', begin);
    const next = end === -1 ? text.length : end + 1;
    if (code === null && isWanted(text, begin))
      yield { line: text.slice(from, end === -1 ? next : end), number, from, next };
    from = next;
  }
}
