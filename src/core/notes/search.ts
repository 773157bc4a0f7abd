import { z } from 'zod';

/** What is looked for in all notes and transcripts. */
export const searchWish = z.object({
  /** Words; each may be unfinished or mistyped. None: whatever fits the rest, the latest first. */
  words: z.string().max(500),
  /** A series, or null for all. */
  series: z.string().max(4096).nullable(),
  /** Only notes with something left to do. */
  hasOpenItems: z.boolean(),
  /** First and last day, in the user's zone, by the day of the meeting or else of the last change; null is open. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});
export type SearchQuery = z.infer<typeof searchWish>;

/** A piece of text: a word that was found, or what stands between. `at` is its place in the snippet. */
const snippetPart = z.object({ at: z.number(), text: z.string(), isHit: z.boolean() });
export type SnippetPart = z.infer<typeof snippetPart>;

/** A note or transcript in which all the words stand. */
export const searchHit = z.object({
  kind: z.enum(['note', 'transcript']),
  path: z.string(),
  title: z.string(),
  start: z.string().nullable(),
  /** When it changed last (ms). */
  modified: z.number(),
  snippet: z.array(snippetPart).readonly(),
});
export type SearchHit = z.infer<typeof searchHit>;

/** Lower case, without accents: how words are compared. */
export const foldWord = (word: string): string =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The words of a text as the index parts them: letters and digits, folded. */
export const wordsOf = (text: string): string[] => foldWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many slips are forgiven in a word: none in short ones, where everything is near to everything. */
const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Which letters a word has, one bit for each (some share one). */
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

/** The words of the index that a mistyped one may have meant, nearest first, at most `limit`. */
export function nearWords(word: string, known: readonly string[], limit = 12): string[] {
  const allowed = slipsAllowed(word);
  if (allowed === 0) return [];
  const near: { readonly word: string; readonly slips: number }[] = [];
  const letters = lettersOf(word);
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    // A slip changes two letters at most; comparing sets first spares most words the comparison of letters.
    if (countBits(letters ^ lettersOf(candidate)) > 2 * allowed) continue;
    const slips = slipsBetween(word, candidate, allowed);
    if (slips <= allowed) near.push({ word: candidate, slips });
  }
  return near
    .sort((a, b) => a.slips - b.slips)
    .slice(0, limit)
    .map((one) => one.word);
}

/** Letters that are wrong, missing, too many or swapped with their neighbour; more than `most` is only known as more. */
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

/**
 * A few words around the first place where one of the words begins, with all such places marked.
 * @param words folded; a word of the text is found where it begins with one of them
 */
export function snippetOf(text: string, words: readonly string[]): SnippetPart[] {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const places: { readonly word: string; readonly index: number }[] = [];
  // A transcript is long, and only what stands around its first place is shown.
  for (const { 0: word, index } of plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (index > (places[0]?.index ?? Infinity) + LONGEST) break;
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
