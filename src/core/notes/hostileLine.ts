/** Longest line that is parsed as Markdown (characters). */
const LONGEST_LINE = 10_000;

/** So many marks of quotes and lists at the beginning of a line are no structure. */
const TOO_DEEP = /^[\t ]*(?:(?:[-*+>]|\d{1,9}[.)])[\t ]*){24}/;
const DEEPEST_INDENT = 200;

/**
 * Whether a line is out of proportion: parsing it, or what it nests, would freeze a window. Such lines stay plain text
 * in the editor and in the reading view.
 */
export const isHostileLine = (line: string): boolean =>
  line.length > LONGEST_LINE || TOO_DEEP.test(line) || line.search(/[^\t ]/) > DEEPEST_INDENT;
