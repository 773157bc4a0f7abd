import { headingIn } from './headings.ts';
import { linesOutsideCode } from './linesOutsideCode.ts';
import type { Decision } from './note.ts';

/** `## Decisions`, `### Decided`, `## Decision:`. */
const ABOUT_DECISIONS = /^(?:decisions?|decided)\b/i;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX/]\]\s+)?(.*)$/;
/** `Decision: …`, `**Decided:** …`, as an item or a line of its own. */
const NAMED = /^(?:\*\*|__)?(?:decision|decided)(?:\*\*|__)?:(?:\*\*|__)?\s+(.*)$/i;

/**
 * The decisions of a note, in order: the list items below a heading `Decisions` or `Decided`, and lines that start with
 * `Decision:` or `Decided:`. Not those in fenced code.
 */
export function decisionsIn(body: string): Decision[] {
  const found: Decision[] = [];
  /** Level of the heading `Decisions` above the line; null outside its section. */
  let section: number | null = null;
  for (const [number, line] of linesOutsideCode(body.split('\n'))) {
    const heading = headingIn(line);
    if (heading !== null) {
      if (ABOUT_DECISIONS.test(heading.text)) section = heading.level;
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
