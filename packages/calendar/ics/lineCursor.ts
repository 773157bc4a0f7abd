const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const COLON = 58;
const SEMICOLON = 59;

/** Of a line that is longer, in characters, no more is read: no meeting needs it, and a thousand dates fit many times. */
export const LONGEST_LINE = 1_000_000;

/** A content line (RFC 5545 §3.1), unfolded. */
export interface ContentLine {
  /** Where it begins in the feed's text. */
  readonly at: number;
  /** In capitals. */
  readonly name: string;
  readonly text: string;
}

/**
 * Goes through the logical lines of a stretch of iCalendar text (RFC 5545 §3.1) without cutting them out: a line that
 * begins with a blank belongs to the one before, also when empty lines stand between. Empty lines are passed over.
 */
export class LineCursor {
  /** Where the current line begins. */
  from = 0;
  /** Where the next line begins. */
  end: number;
  /** Length of the property's name; 0 where the line does not begin with one. */
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

  /** Moves on; false at the end. */
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

  /** The first letter of the current line, in small letters, as a character code. */
  get initial(): number {
    return this.#text.charCodeAt(this.from) | 32;
  }

  /** Whether more stands on the current line than is read of it. */
  get isTooLong(): boolean {
    return this.end - this.from > LONGEST_LINE;
  }

  /** The property's name in capitals; empty where the line does not begin with one. */
  get name(): string {
    const line = this.#isFolded ? this.read() : this.#text;
    const from = this.#isFolded ? 0 : this.from;
    return line.slice(from, from + this.nameLength).toUpperCase();
  }

  /** The current line, unfolded. */
  read(): string {
    const stop = this.from + LONGEST_LINE;
    if (!this.#isFolded) return this.#text.slice(this.from, Math.min(this.#to, stop));
    // Each run of line breaks is looked at from its first character only.
    return this.#text
      .slice(this.from, Math.min(this.end, stop))
      .replaceAll(/(?<![\r\n])[\r\n]*\n[ \t]/g, '')
      .replace(/(?<![\r\n])[\r\n]+$/, '');
  }

  /** The current line with its name. */
  line(name: string): ContentLine {
    return { at: this.from, name, text: this.read() };
  }

  /** Passes a physical line and gives where its break stands. */
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

/** Where the line ends, without its break, that begins at `at`; negative where it is folded, or no line begins there. */
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
