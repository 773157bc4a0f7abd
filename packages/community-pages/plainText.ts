/**
 * Normalises text for pattern matching: removes invisible characters, and uses one kind of dash, quote and
 * space. Addresses in sigs.yaml begin with zero-width spaces; word processors replace dashes and quotes.
 */

/** Zero-width characters, byte order mark, soft hyphen and direction marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

/** The text without invisible characters. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** The text as one line, with single spaces, plain dashes and quotes, and `CE(S)T` as CEST. */
export const plainLine = (text: string): string =>
  withoutInvisible(text)
    .replace(SPACES, ' ')
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\uFF1A\u2236]/g, ':')
    .replace(/\b([CEPMW]E?)[([]([SD])[)\]]T\b/g, '$1$2T')
    .trim();

/** A web address without invisible characters and line breaks; null if nothing is left. */
export function cleanAddress(address: string | null | undefined): string | null {
  const cleaned = withoutInvisible(address ?? '').replace(SPACES, '');
  return cleaned === '' ? null : cleaned;
}
