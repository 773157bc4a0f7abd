/** Longer titles are cut: no window shows more, and every meeting is sent to it. Characters. */
const MOST_CHARACTERS = 300;

/** A title of at most 300 characters, the last of them `…` if it was longer. */
export const shortTitle = (title: string): string =>
  title.length <= MOST_CHARACTERS
    ? title
    : // Not in the middle of a pair of surrogates.
      `${title
        .slice(0, MOST_CHARACTERS - 1)
        .replace(/[\uD800-\uDBFF]$/u, '')
        .trimEnd()}…`;
