import { withoutCodeSpans } from './codeSpans.ts';
import { linesOutsideCode } from './linesOutsideCode.ts';

/** `#tag` after a blank; letters, digits, `_`, `-` and `/`, with at least one that is no digit, as in Obsidian. */
const TAG = /(?<![^\s])#([\p{L}\p{M}\p{N}_/-]+)/gu;
const isTag = (word: string): boolean => /[^\p{N}]/u.test(word);

/** Tags that differ only in case are one; the spelling of the first stays. */
function distinct(tags: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) if (!known.has(tag.toLowerCase())) known.set(tag.toLowerCase(), tag);
  return [...known.values()];
}

/** The tags of a note: of its front matter, then those in its text outside of code, without `#`. */
export function tagsOf(ofFrontMatter: readonly string[], body: string): string[] {
  const found: string[] = [...ofFrontMatter];
  if (body.includes('#'))
    for (const [, line] of linesOutsideCode(body.split('\n'))) {
      if (!line.includes('#')) continue;
      for (const [, word = ''] of withoutCodeSpans(line).matchAll(TAG)) if (isTag(word)) found.push(word);
    }
  return distinct(found);
}

/** Whether a note has the tag, or one below it: `release/1.36` is below `release`. */
export const hasTag = (tags: readonly string[], wanted: string): boolean => {
  const plain = wanted.toLowerCase();
  return tags.some((tag) => tag.toLowerCase() === plain || tag.toLowerCase().startsWith(`${plain}/`));
};

/** The tags in the words of a search, `#docs freeze`, without `#`. */
export const tagsIn = (words: string): string[] =>
  [...words.matchAll(TAG)].flatMap(([, word = '']) => (isTag(word) ? [word] : []));

/** The words of a search without its tags. */
export const withoutTags = (words: string): string =>
  words.replaceAll(TAG, (written, word: string) => (isTag(word) ? '' : written)).trim();

/** The tags of some notes by name; of several spellings the first. */
export const allTags = (notes: readonly { readonly tags: readonly string[] }[]): string[] =>
  distinct(notes.flatMap(({ tags }) => tags)).toSorted((a, b) => a.localeCompare(b));
