/**
 * Text as people typed it -> text that rules can be written for: no invisible characters, one kind of dash, quote and space.
 * Source of the troubles: addresses in sigs.yaml that begin with zero-width spaces, dashes and quotes of word processors.
 */

/** Zero-width characters, byte order mark, soft hyphen and direction marks: seen by no reader. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

/** The text without characters that no reader sees. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** One line of plain text: invisible characters gone, white space folded, dashes and quotes of one kind, `CE(S)T` as CEST. */
export const plainLine = (text: string): string =>
  withoutInvisible(text)
    .replace(SPACES, ' ')
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\uFF1A\u2236]/g, ':')
    .replace(/\b([CEPMW]E?)[([]([SD])[)\]]T\b/g, '$1$2T')
    .trim();

/** A web address without invisible characters and line breaks inside; null where nothing is left. */
export function cleanAddress(address: string | null | undefined): string | null {
  const cleaned = withoutInvisible(address ?? '').replace(SPACES, '');
  return cleaned === '' ? null : cleaned;
}
