import { z } from 'zod';
import { foldedText } from '../search/fold.ts';

/** A query over all notes and transcripts. */
export const searchWish = z.object({
  /** Words; each may be incomplete or misspelled. Empty: everything that passes the filters, latest first. */
  words: z.string().max(500),
  /** A series, or null for all. */
  series: z.string().max(4096).nullable(),
  /** Only notes with all these tags, without `#`. */
  tags: z.array(z.string().max(200)).max(20).readonly(),
  /** Only notes with open tasks. */
  hasOpenItems: z.boolean(),
  /** First and last day, in the user's zone, of the meeting or else of the last change; null for no limit. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});
export type SearchQuery = z.infer<typeof searchWish>;

/** A piece of a snippet: a match, or the text between matches. `at` is its offset in the snippet. */
const snippetPart = z.object({ at: z.number(), text: z.string(), isHit: z.boolean() });
export type SnippetPart = z.infer<typeof snippetPart>;

/** A note or transcript that contains all words. */
export const searchHit = z.object({
  kind: z.enum(['note', 'transcript']),
  path: z.string(),
  title: z.string(),
  start: z.string().nullable(),
  /** When it was last changed (ms). */
  modified: z.number(),
  snippet: z.array(snippetPart).readonly(),
});
export type SearchHit = z.infer<typeof searchHit>;

/** Folds text for comparison: lower case, without accents or marks of any script; `ß` as `ss`. */
export const foldWord = (word: string): string => foldedText(word).replaceAll(/\p{M}/gu, '');

/** The words of a text as the index splits them: letters and digits, folded. */
export const wordsOf = (text: string): string[] => foldWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Typos tolerated in a word; none in short words, which resemble too many others. */
const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The letters of a word as a bit set (some share a bit). */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The indexed words nearest to a misspelled one, nearest first, at most `limit`. */
export function nearWords(word: string, known: readonly string[], limit = 12): string[] {
  const allowed = slipsAllowed(word);
  if (allowed === 0) return [];
  const near: { readonly word: string; readonly slips: number }[] = [];
  const letters = lettersOf(word);
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    // A typo changes at most two letters; comparing bit sets first avoids most distance computations.
    if (countBits(letters ^ lettersOf(candidate)) > 2 * allowed) continue;
    const slips = slipsBetween(word, candidate, allowed);
    if (slips <= allowed) near.push({ word: candidate, slips });
  }
  return near
    .sort((a, b) => a.slips - b.slips)
    .slice(0, limit)
    .map((one) => one.word);
}

/** Edit distance: wrong, missing, extra or swapped letters; stops counting above `most`. */
function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}

const BEFORE = 40;
const LONGEST = 160;

/** So many characters of a text are looked through for its snippet: more than the transcript of two hours. */
const MOST_READ = 300_000;

/**
 * A few words around the first match, with all matches marked.
 * @param words folded; they match at the beginning of a word
 */
export function snippetOf(text: string, words: readonly string[]): SnippetPart[] {
  const plain = text.slice(0, MOST_READ).replaceAll(/\s+/g, ' ').trim();
  const places: { readonly word: string; readonly index: number }[] = [];
  // Folding each word takes longer than all else; one that begins with another letter needs none.
  const mayBegin = new RegExp(
    `^(?:[${words.map((word) => /^[a-z0-9]/.exec(word)?.[0] ?? '').join('')}]|[^a-z0-9])`,
    'iu',
  );
  // A transcript is long, and only the text around its first match is shown.
  for (const { 0: word, index } of plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (index > (places[0]?.index ?? Infinity) + LONGEST) break;
    if (!mayBegin.test(word)) continue;
    const folded = foldWord(word);
    if (words.some((wanted) => folded.startsWith(wanted))) places.push({ word, index });
  }
  const first = places[0]?.index ?? 0;
  const from = first <= BEFORE ? 0 : plain.indexOf(' ', first - BEFORE) + 1;
  const to = Math.min(plain.length, from + LONGEST);
  const parts: SnippetPart[] = [];
  let length = 0;
  const add = (part: string, isHit: boolean): void => {
    if (part !== '') parts.push({ at: length, text: part, isHit });
    length += part.length;
  };
  let at = from;
  if (from > 0) add('…', false);
  for (const { word, index } of places) {
    if (index < at || index + word.length > to) continue;
    add(plain.slice(at, index), false);
    add(word, true);
    at = index + word.length;
  }
  add(plain.slice(at, to), false);
  if (to < plain.length) add('…', false);
  return parts;
}
