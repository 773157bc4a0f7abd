const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Shortens a title with an ellipsis. Counts and cuts whole characters: half an emoji is invalid text, and a status bar
 * may refuse the line.
 */
export function shortTitle(title: string, longest: number): string {
  const all = Array.from(characters.segment(title), ({ segment }) => segment);
  return all.length > longest
    ? `${all
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : title;
}
