import type { Problem } from '#base';
import type { LineCursor } from './lineCursor.ts';

/** More are not shown one by one. */
const MOST = 100;

/** Collects what a feed says wrongly, in words for people. No addresses or texts of events stand in them beyond a few words. */
export class FeedProblems {
  readonly #text: string;
  readonly #problems: Problem[] = [];
  readonly #said = new Set<string>();
  #more = 0;
  #counted = { at: 0, line: 1 };

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether this was asked before; so that one cause is reported once. */
  hasSaid(cause: string): boolean {
    const has = this.#said.has(cause);
    this.#said.add(cause);
    return has;
  }

  /** Something at a place of the feed's text: `what` is a sentence without its line, `outcome` what was made of it. */
  add(code: string, at: number, what: string, outcome: string): void {
    if (this.#problems.length >= MOST) this.#more += 1;
    else this.#problems.push({ code, title: `Line ${this.#lineAt(at)}: ${what}`, detail: outcome });
  }

  /** A line that is none. */
  addStray(line: LineCursor): void {
    // Of those that are only counted nothing need be read.
    const text = this.#problems.length < MOST ? line.read() : '';
    const what = `${quoted(text)} is no line of a calendar.`;
    this.add('calendar/strayLine', line.from, what, 'The line is passed over.');
  }

  /** A line or an event of which only the beginning is read. */
  addTooMuch(at: number, what: string): void {
    this.add('calendar/tooMuch', at, what, 'Its beginning is read; the rest of it is left out.');
  }

  /** Something about the feed as a whole. */
  addGeneral(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** Counted from 1. Lines are counted only when a place is reported, and from the last such place on. */
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
      detail: 'Tell the people who publish the calendar.',
    };
    return [...this.#problems, rest];
  }
}

/** A value of a feed, short enough to be quoted. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
