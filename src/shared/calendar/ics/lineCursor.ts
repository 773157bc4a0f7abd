const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

/**
 * Goes through the logical lines of a stretch of iCalendar text (RFC 5545 §3.1) without cutting them out: a line that
 * begins with a blank belongs to the one before, also when empty lines stand between. Empty lines are passed over.
 */
export class LineCursor {
  /** Number of the current line's first physical line. */
  number = 0;
  /** Where the current line begins. */
  from = 0;
  /** Where the next line begins. */
  end: number;
  /** The property's name in capitals; empty where the line does not begin with one. */
  name = '';
  readonly #text: string;
  readonly #stop: number;
  #nextNumber: number;
  /** End of the first physical line, without its line break. */
  #to = 0;
  #isFolded = false;

  constructor(text: string, from: number, stop: number, firstNumber: number) {
    this.#text = text;
    this.#stop = stop;
    this.end = from;
    this.#nextNumber = firstNumber;
  }

  /** Moves on; false at the end. */
  next(): boolean {
    const text = this.#text;
    this.#skipEmptyLines();
    if (this.end >= this.#stop) return false;
    this.from = this.end;
    this.number = this.#nextNumber;
    this.#isFolded = false;
    let first = this.#passLine();
    if (text.charCodeAt(first - 1) === CARRIAGE_RETURN && first > this.from) first -= 1;
    this.#to = first;
    for (;;) {
      this.#skipEmptyLines();
      const code = text.charCodeAt(this.end);
      if (this.end >= this.#stop || (code !== SPACE && code !== TAB)) break;
      this.#passLine();
      this.#isFolded = true;
    }
    this.name = nameIn(text, this.from, this.#to);
    if (this.name === '' && this.#isFolded) {
      const line = this.read();
      this.name = nameIn(line, 0, line.length);
    }
    return true;
  }

  /** The current line, unfolded. */
  read(): string {
    if (!this.#isFolded) return this.#text.slice(this.from, this.#to);
    return this.#text
      .slice(this.from, this.end)
      .replaceAll(/(?:\r*\n)+[ \t]/g, '')
      .replace(/[\r\n]+$/, '');
  }

  /** Passes a physical line and gives where its break stands. */
  #passLine(): number {
    const feed = this.#text.indexOf('\n', this.end);
    const at = feed < 0 || feed > this.#stop ? this.#stop : feed;
    this.end = Math.min(at + 1, this.#stop);
    this.#nextNumber += 1;
    return at;
  }

  #skipEmptyLines(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.end);
      const feed = code === CARRIAGE_RETURN ? this.end + 1 : this.end;
      if (feed >= this.#stop || this.#text.charCodeAt(feed) !== LINE_FEED) return;
      this.end = feed + 1;
      this.#nextNumber += 1;
    }
  }
}

function nameIn(text: string, from: number, to: number): string {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 58 || code === 59) return text.slice(from, at).toUpperCase();
    const isLetterOrDigit =
      (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (!isLetterOrDigit && code !== 45 && code !== 95 && code !== 46) return '';
  }
  return '';
}
