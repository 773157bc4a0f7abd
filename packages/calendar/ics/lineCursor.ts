const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const COLON = 58;
const SEMICOLON = 59;

/** Maximum characters read of one line. No meeting needs more; a thousand dates fit many times. */
export const LONGEST_LINE = 1_000_000;

/** An unfolded content line (RFC 5545 §3.1). */
export interface ContentLine {
  /** Offset in the feed's text. */
  readonly at: number;
  /** In capitals. */
  readonly name: string;
  readonly text: string;
}

/**
 * Iterates over the logical lines of a range of iCalendar text (RFC 5545 §3.1) without copying them. A line that
 * begins with a blank continues the previous one, even across empty lines. Empty lines are skipped.
 */
export class LineCursor {
  /** Offset of the current line. */
  from = 0;
  /** Offset of the next line. */
  end: number;
  /** Length of the property name; 0 if the line does not begin with one. */
  nameLength = 0;
  readonly #text: string;
  readonly #stop: number;
  /** End of the first physical line, without its line break. */
  #to = 0;
  #isFolded = false;

  constructor(text: string, from: number, stop: number) {
    this.#text = text;
    this.#stop = stop;
    this.end = from;
  }

  /** Advances to the next line; false at the end. */
  next(): boolean {
    const text = this.#text;
    this.#skipEmptyLines();
    if (this.end >= this.#stop) return false;
    this.from = this.end;
    this.#isFolded = false;
    const first = this.#passLine();
    this.#to = first > this.from && text.charCodeAt(first - 1) === CARRIAGE_RETURN ? first - 1 : first;
    for (;;) {
      this.#skipEmptyLines();
      const code = text.charCodeAt(this.end);
      if ((code !== SPACE && code !== TAB) || this.end >= this.#stop) break;
      this.#passLine();
      this.#isFolded = true;
    }
    this.nameLength = nameLengthIn(text, this.from, this.#to);
    if (this.nameLength === 0 && this.#isFolded) {
      const line = this.read();
      this.nameLength = nameLengthIn(line, 0, line.length);
    }
    return true;
  }

  /** The first letter of the line as a character code, in lower case. */
  get initial(): number {
    return this.#text.charCodeAt(this.from) | 32;
  }

  /** Whether the line is longer than {@link LONGEST_LINE}. */
  get isTooLong(): boolean {
    return this.end - this.from > LONGEST_LINE;
  }

  /** The property name in capitals; empty if the line does not begin with one. */
  get name(): string {
    const line = this.#isFolded ? this.read() : this.#text;
    const from = this.#isFolded ? 0 : this.from;
    return line.slice(from, from + this.nameLength).toUpperCase();
  }

  /** The current line, unfolded. */
  read(): string {
    const stop = this.from + LONGEST_LINE;
    if (!this.#isFolded) return this.#text.slice(this.from, Math.min(this.#to, stop));
    // Matches each run of line breaks only at its first character, to stay linear.
    return this.#text
      .slice(this.from, Math.min(this.end, stop))
      .replaceAll(/(?<![\r\n])[\r\n]*\n[ \t]/g, '')
      .replace(/(?<![\r\n])[\r\n]+$/, '');
  }

  /** The current line as an object. */
  line(name: string): ContentLine {
    return { at: this.from, name, text: this.read() };
  }

  /** Skips a physical line and returns the offset of its line break. */
  #passLine(): number {
    const feed = this.#text.indexOf('\n', this.end);
    const at = feed < 0 || feed > this.#stop ? this.#stop : feed;
    this.end = at < this.#stop ? at + 1 : at;
    return at;
  }

  #skipEmptyLines(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.end);
      if (code !== CARRIAGE_RETURN && code !== LINE_FEED) return;
      const feed = code === CARRIAGE_RETURN ? this.end + 1 : this.end;
      if (feed >= this.#stop || this.#text.charCodeAt(feed) !== LINE_FEED) return;
      this.end = feed + 1;
    }
  }
}

/** End of the line at `at`, without its line break; negative if it is folded or no line begins there. */
export function endOfLine(text: string, at: number): number {
  const feed = at < 0 ? -1 : text.indexOf('\n', at);
  const next = text.charCodeAt(feed + 1);
  if (feed < 0 || next === SPACE || next === TAB) return -1;
  return text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed;
}

function nameLengthIn(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === SEMICOLON) return at - from;
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (!isLetter && !(code >= 48 && code <= 57) && code !== 45 && code !== 95 && code !== 46) return 0;
  }
  return 0;
}
