import type { Problem } from '../../problem.ts';

/** More are not shown one by one. */
const MOST = 100;

/** Collects what a feed says wrongly, in words for people. No addresses or texts of events stand in them beyond a few words. */
export class FeedProblems {
  readonly #problems: Problem[] = [];
  readonly #said = new Set<string>();
  #more = 0;

  /** Whether this was asked before; so that one cause is reported once. */
  hasSaid(cause: string): boolean {
    const has = this.#said.has(cause);
    this.#said.add(cause);
    return has;
  }

  /** `what` is a sentence without its line; `outcome` says what was made of it. */
  add(code: string, line: number, what: string, outcome: string): void {
    if (this.#problems.length < MOST)
      this.#problems.push({ code, title: `Line ${line}: ${what}`, detail: outcome });
    else this.#more += 1;
  }

  /** Something about the feed as a whole. */
  addGeneral(problem: Problem): void {
    this.#problems.push(problem);
  }

  list(): Problem[] {
    if (this.#more === 0) return this.#problems;
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
