const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A title for narrow places, cut with an ellipsis. Whole characters are counted and cut: half an emoji is no valid
 * text, and a status bar may refuse the line.
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
