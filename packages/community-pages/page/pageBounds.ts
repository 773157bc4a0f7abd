/**
 * Detects pages that would cost a Markdown parser far more than linear time: they have many marks without an
 * end. People do not write such pages; attackers do.
 */

/** Levels of nested lists or quotes. */
const DEEPEST = 50;
/** Marks in one paragraph that can begin or end a span. */
const MOST_MARKS = 2_000;
/** Lines of one paragraph. */
const MOST_LINES = 10_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;
/** A line that ends a paragraph: empty, a list item, a heading, a row of a table. */
const BEGINS_ANEW = /^[ \t]*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\|)/;
/** Punctuation after an address: the parser tests each character as its end. */
const ENDLESS_STOPS = /[!"'),.:;?&\]]{1000}/;
const MARKS = /[*_[\]`<~|]/g;
/** A level of a list is indented by two or more. */
const INDENT = 2;

function depthOf(line: string): number {
  const [containers] = CONTAINERS.exec(line) ?? [];
  if (containers === undefined) return 0;
  const indent = line.length - line.trimStart().length;
  return Math.max(containers.match(CONTAINER)?.length ?? 0, Math.floor(indent / INDENT));
}

/** True if a page nests deeper, or has more marks in a paragraph, than people write. */
export function isTangled(text: string): boolean {
  if (ENDLESS_STOPS.test(text)) return true;
  let [marks, lines] = [0, 0];
  for (const line of text.split('\n')) {
    if (BEGINS_ANEW.test(line)) [marks, lines] = [0, 0];
    marks += line.match(MARKS)?.length ?? 0;
    lines += 1;
    if (marks > MOST_MARKS || lines > MOST_LINES || depthOf(line) > DEEPEST) return true;
  }
  return false;
}
