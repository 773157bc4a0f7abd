/** A heading of Markdown in ATX form: `## Notes`. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without the marks; may be empty. */
  readonly text: string;
}

const OPENING = /^\s{0,3}(#{1,6})(?=\s|$)/;

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
