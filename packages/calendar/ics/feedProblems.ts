import type { Problem } from '#base';
import { calendarProblem, lineProblem, type LineProblemCode, type LineProblemValues } from '../problems.ts';
import type { LineCursor } from './lineCursor.ts';

/** Maximum problems listed one by one. */
const MAX_LISTED = 100;

/** Collects the problems of a feed. */
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

  /** Adds a problem at an offset of the text. */
  add<Code extends LineProblemCode>(code: Code, at: number, ...values: LineProblemValues<Code>): void {
    if (this.#problems.length >= MAX_LISTED) this.#more += 1;
    else this.#problems.push(lineProblem(code, this.#lineAt(at), ...values));
  }

  /** Adds a line that is not a content line. */
  addStray(line: LineCursor): void {
    // A problem that is only counted needs no text.
    this.add('calendar/strayLine', line.from, this.#problems.length < MAX_LISTED ? line.read() : '');
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
    return [...this.#problems, calendarProblem('calendar/moreProblems', this.#more)];
  }
}
