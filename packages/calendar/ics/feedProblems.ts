import type { Problem } from '#base';
import type { LineCursor } from './lineCursor.ts';

/** Maximum problems listed one by one. */
const MAX_LISTED = 100;

/**
 * Collects the problems of a feed, in words for people. Quotes at most 60 characters of the feed, and no addresses.
 */
export class FeedProblems {
  readonly #text: string;
  readonly #problems: Problem[] = [];
  readonly #said = new Set<string>();
  #more = 0;
  #counted = { at: 0, line: 1 };

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns true from the second call with a key on, so that one cause is reported once. */
  isRepeated(cause: string): boolean {
    const has = this.#said.has(cause);
    this.#said.add(cause);
    return has;
  }

  /**
   * Adds a problem at an offset of the text. `what` is a sentence without line number, `outcome` how the reader
   * handled it.
   */
  add(code: string, at: number, what: string, outcome: string): void {
    if (this.#problems.length >= MAX_LISTED) this.#more += 1;
    else this.#problems.push({ code, title: `Line ${this.#lineAt(at)}: ${what}`, detail: outcome });
  }

  /** Adds a line that is not a content line. */
  addStray(line: LineCursor): void {
    // A problem that is only counted needs no text.
    const text = this.#problems.length < MAX_LISTED ? line.read() : '';
    const what = `${quoted(text)} is not a line of a calendar.`;
    this.add('calendar/strayLine', line.from, what, 'The line is skipped.');
  }

  /** Adds a line or an event that is read only in part. */
  addTooMuch(at: number, what: string): void {
    this.add('calendar/tooMuch', at, what, 'Its beginning is read; the rest is left out.');
  }

  /** Adds a problem of the whole feed. */
  addGeneral(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** Line number from 1. Lines are counted only when a problem is reported, starting at the previous one. */
  #lineAt(at: number): number {
    if (at < this.#counted.at) this.#counted = { at: 0, line: 1 };
    let { line } = this.#counted;
    for (
      let feed = this.#text.indexOf('\n', this.#counted.at);
      feed >= 0 && feed < at;
      feed = this.#text.indexOf('\n', feed + 1)
    ) {
      line += 1;
    }
    this.#counted = { at, line };
    return line;
  }

  list(): Problem[] {
    if (this.#more === 0) return [...this.#problems];
    const rest = {
      code: 'calendar/moreProblems',
      title: `There are ${this.#more} more problems of this kind in the calendar.`,
      detail: 'Report them to the publisher of the calendar.',
    };
    return [...this.#problems, rest];
  }
}

/** A value of a feed, at most 60 characters. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Quotes a value of a feed, shortened to 60 characters. */
export const quoted = (text: string): string => `“${shortened(text)}”`;
