import { wantedLines } from './linesOutsideCode.ts';

/** A heading of Markdown in ATX form: `## Notes`. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without the marks; may be empty. */
  readonly text: string;
}

const OPENING = /^\s{0,3}(#{1,6})(?=\s|$)/;

/** A heading, and the line in which it is. */
export interface PlacedHeading extends Heading {
  readonly from: number;
  /** Before its line end. */
  readonly to: number;
}

const mayBeHeading = (text: string, begin: number): boolean => text.charCodeAt(begin) === 35;

/** The headings of a text, in order, one at a time; not those in fenced code. */
export function* headingsIn(text: string): Generator<PlacedHeading> {
  for (const { line, from } of wantedLines(text, mayBeHeading)) {
    const heading = headingIn(line);
    if (heading !== null) yield { ...heading, from, to: from + line.length };
  }
}

/**
 * The heading in a line; null if it is none. Reads each character once: a pattern for the closing marks would take
 * minutes for a line of spaces.
 */
export function headingIn(line: string): Heading | null {
  const [opening, marks] = OPENING.exec(line) ?? [];
  if (opening === undefined || marks === undefined) return null;
  const text = line.slice(opening.length).trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  // CommonMark: closing marks follow a space; `# C#` has none.
  const isClosed = end === 0 || (end < text.length && /\s/.test(text[end - 1] ?? ''));
  return { level: marks.length, text: isClosed ? text.slice(0, end).trimEnd() : text };
}
