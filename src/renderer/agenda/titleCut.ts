/** The least width of the agenda at which a title needs no cutting: `medium` is 700 px and `narrow` 500 px, as in rows.css. */
export type TitleCut = 'always' | 'medium' | 'narrow';

/** Titles up to these widths (em) fit into the column of titles of an agenda of that width. */
const [FITS_MEDIUM, FITS_NARROW] = [22, 10];

/** An upper bound of the width of a text (em): Inter has no wider letters, and other scripts are about square. */
function widthOf(text: string): number {
  const others = text.match(/[^ -~]/gu)?.length ?? 0;
  const wide = text.match(/[A-Z@%mw]/gu)?.length ?? 0;
  return 1.05 * others + 0.9 * wide + 0.62 * Math.max(0, text.length - others - wide);
}

/**
 * Where a title may be too long for its row. Only such a title is clipped: a clip of its own makes a row almost twice as
 * dear to paint.
 * @param isCrowded other words are beside the title
 */
export function cutOf(title: string, isCrowded: boolean): TitleCut {
  const width = isCrowded ? Infinity : widthOf(title);
  if (width > FITS_MEDIUM) return 'always';
  return width > FITS_NARROW ? 'medium' : 'narrow';
}
