/** Longest line that is parsed as Markdown (characters). */
const LONGEST_LINE = 10_000;

/** So many marks of quotes and lists at the beginning of a line are no structure. */
const TOO_DEEP = /^[\t ]*(?:(?:[-*+>]|\d{1,9}[.)])[\t ]*){24}/;
const DEEPEST_INDENT = 200;

/** Each link may go on to the end of its paragraph, so the parser reads that once for each. */
const MOST_LINKS = 150;

function hasTooManyLinks(line: string): boolean {
  let count = 0;
  for (let at = line.indexOf(']('); at !== -1 && count <= MOST_LINKS; at = line.indexOf('](', at + 2))
    count += 1;
  return count > MOST_LINKS;
}

/**
 * Whether a line is out of proportion: parsing it, or what it nests, would freeze a window. Such lines stay plain text
 * in the editor and in the reading view.
 */
export const isHostileLine = (line: string): boolean =>
  line.length > LONGEST_LINE ||
  hasTooManyLinks(line) ||
  TOO_DEEP.test(line) ||
  line.search(/[^\t ]/) > DEEPEST_INDENT;
