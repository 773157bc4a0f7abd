/**
 * Pages whose marks cost a Markdown reader far more than their length, since it looks for the end of each: nobody writes
 * them, and some are made to hold a reader up.
 */

/** Lists in lists, or quotes in quotes. */
const DEEPEST = 50;
/** Marks that may begin or end something, in one paragraph. */
const MOST_MARKS = 2_000;
/** A paragraph is put together from its lines. */
const MOST_LINES = 10_000;

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;
/** Between these and the line before nothing goes on: an empty line, a list item, a heading, a row of a table. */
const BEGINS_ANEW = /^[ \t]*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\|)/;
/** Full stops and the like: behind an address each is looked at as its end. */
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

/** Whether a page nests deeper, or mixes more marks in a paragraph, than people do. */
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
