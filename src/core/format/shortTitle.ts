import { lazily } from '#base';

const characters = lazily(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/**
 * Shortens a title with an ellipsis. Counts and cuts whole characters: half an emoji is invalid text, and a status bar
 * may refuse the line.
 */
export function shortTitle(title: string, longest: number): string {
  // No character is shorter than a code unit.
  if (title.length <= longest) return title;
  const all = Array.from(characters().segment(title), ({ segment }) => segment);
  return all.length > longest
    ? `${all
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : title;
}
