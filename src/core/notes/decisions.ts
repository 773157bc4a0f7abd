import { headingIn } from './headings.ts';
import { isItemAt, wantedLines } from './linesOutsideCode.ts';
import type { Decision } from './note.ts';

/** `## Decisions`, `### Decided`, `## Decision:`. */
const ABOUT_DECISIONS = /^(?:decisions?|decided)\b/i;

/** Whether the items below a heading are decisions. @param heading its text */
export const isAboutDecisions = (heading: string): boolean => ABOUT_DECISIONS.test(heading);

const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX/]\]\s+)?(.*)$/s;
/** `Decision: …`, `**Decided:** …`, as an item or a line of its own. */
const NAMED = /^(?:\*\*|__)?(?:decision|decided)(?:\*\*|__)?:(?:\*\*|__)?\s+(.*)$/is;

/** A heading, an item, or words that may be `Decision:`, also in bold. */
const mayDecide = (text: string, begin: number): boolean =>
  isItemAt(text, begin) || '#dD*_'.includes(text.charAt(begin) || ' ');

/**
 * The decisions of a note, in order: the list items below a heading `Decisions` or `Decided`, and lines that start with
 * `Decision:` or `Decided:`. Not those in fenced code.
 * @param above for a part of a note: the level of the heading `Decisions` in whose section it begins; null for none
 */
export function decisionsIn(body: string, above: number | null = null): Decision[] {
  const found: Decision[] = [];
  /** Level of the heading `Decisions` above the line; null outside its section. */
  let section = above;
  for (const { line, number } of wantedLines(body, mayDecide)) {
    const heading = headingIn(line);
    if (heading !== null) {
      if (isAboutDecisions(heading.text)) section = heading.level;
      else if (section !== null && heading.level <= section) section = null;
      continue;
    }
    const item = LIST_ITEM.exec(line)?.[1];
    const named = NAMED.exec((item ?? line).trim())?.[1];
    const text = (named ?? (section === null ? undefined : item))?.trim();
    if (text !== undefined && text !== '') found.push({ line: number, text });
  }
  return found;
}
