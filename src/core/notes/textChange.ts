/** A replacement that turns one text into another. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * A text after changes were made to it at the same time. Their offsets are those of the text before, in order.
 */
export const changedText = (text: string, changes: readonly TextChange[]): string =>
  changes.reduceRight((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text);

/** Compared as one: character by character a text of 1 MB takes longer than a key may. */
const BLOCK = 1_024;

const blockBefore = (text: string, tail: number): string =>
  text.slice(text.length - tail - BLOCK, text.length - tail);

/** The smallest single replacement: from the first character that differs to the last. */
export function changeBetween(old: string, next: string): TextChange {
  const shorter = Math.min(old.length, next.length);
  let same = 0;
  while (same + BLOCK <= shorter && old.slice(same, same + BLOCK) === next.slice(same, same + BLOCK))
    same += BLOCK;
  while (same < shorter && old[same] === next[same]) same += 1;
  let tail = 0;
  while (tail + BLOCK <= shorter - same && blockBefore(old, tail) === blockBefore(next, tail)) tail += BLOCK;
  while (tail < shorter - same && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  return { from: same, to: old.length - tail, insert: next.slice(same, next.length - tail) };
}
