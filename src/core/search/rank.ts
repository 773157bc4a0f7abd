import { single } from 'fuzzysort';
import { fold, foldedText } from './fold.ts';

/** What the search of an item looks at. */
export interface SearchedTexts {
  /** Its name: found by words, by initials (`kcm`) and with letters left out. */
  readonly name: string;
  /** Other facts, such as a description: found by the words that they contain. */
  readonly others?: readonly (string | null)[];
}

/** A part of a text: from the first index up to the second, which is not included. */
export type Span = readonly [from: number, to: number];

/** An item that was found. */
export interface Found<Item> {
  readonly item: Item;
  /** From 1 (the name is the query) down to 0. */
  readonly score: number;
  /** The parts of the name that the query matches, in order; empty if another text matches. */
  readonly spans: readonly Span[];
}

/** A fuzzy match with at least this score is good: most of its letters are at the beginning of words. */
const GOOD_SCORE = 0.5;
/** A match with less is found only if nothing is better, for a query with a letter missing. */
const FAINT_SCORE = 0.28;
/** Beside a much better match, a name that only has the letters is left out. */
const GUESS_SHARE = 0.8;
/** Words of the name in another order. */
const WORDS_SCORE = 0.6;
/** Words in other texts. */
const OTHERS_SCORE = 0.4;

/** Up to this length a word of the query must begin a word: `sig` is inside `design`. */
const SHORT_WORD = 3;
const STARTS_INSIDE_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]$/u;

/** Whether a folded text has a word of the query. */
function mentions(text: string, word: string): boolean {
  if (word.length > SHORT_WORD) return text.includes(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!STARTS_INSIDE_WORD.test(text.slice(Math.max(0, at - 1), at))) return true;
  return false;
}

/** Joins indexes in order to spans. */
function toSpans(indexes: readonly number[]): Span[] {
  const spans: [number, number][] = [];
  for (const index of indexes) {
    const last = spans.at(-1);
    if (last !== undefined && index <= last[1]) last[1] = Math.max(last[1], index + 1);
    else spans.push([index, index + 1]);
  }
  return spans;
}

/** The indexes in `text` that the words cover, in order. */
function indexesOf(words: readonly string[], text: string): number[] {
  const indexes = new Set<number>();
  for (const word of words) {
    const from = text.indexOf(word);
    const until = from === -1 ? from : from + word.length;
    for (let index = from; index < until; index += 1) indexes.add(index);
  }
  return [...indexes].toSorted((one, other) => one - other);
}

/** A match; a guess if the name has the letters, but not the words. */
type Match<Item> = Found<Item> & { readonly isGuess: boolean };

/** Compares one item with the words of a query; null if it has nothing in common with it. */
function match<Item>(item: Item, words: readonly string[], texts: SearchedTexts): Match<Item> | null {
  const { text, at } = fold(texts.name);
  const lower = text.toLowerCase();
  const fuzzy = single(words.join(' '), text);
  const inName = words.filter((word) => mentions(lower, word));
  const spansOf = (indexes: readonly number[]): Span[] => toSpans(indexes.map(at));
  if (inName.length === words.length) {
    const score = Math.max(fuzzy?.score ?? 0, WORDS_SCORE);
    return { item, score, spans: spansOf(indexesOf(words, lower)), isGuess: false };
  }
  if (fuzzy !== null && fuzzy.score >= GOOD_SCORE)
    return { item, score: fuzzy.score, spans: spansOf(fuzzy.indexes), isGuess: true };
  const others = foldedText((texts.others ?? []).filter((other) => other !== null).join('\n'));
  if (words.every((word) => inName.includes(word) || mentions(others, word)))
    return { item, score: OTHERS_SCORE, spans: spansOf(indexesOf(inName, lower)), isGuess: false };
  return fuzzy !== null && fuzzy.score >= FAINT_SCORE
    ? { item, score: Math.min(fuzzy.score, OTHERS_SCORE / 2), spans: spansOf(fuzzy.indexes), isGuess: true }
    : null;
}

/**
 * The items that match the query, best first; items of equal rank keep their order. An item matches if it contains
 * every word, or if its name contains the letters in order at telling places. Case and accents do not matter. An empty
 * query returns all items in their order.
 */
export function rank<Item>(
  query: string,
  items: readonly Item[],
  textsOf: (item: Item) => SearchedTexts,
): Found<Item>[] {
  const words = foldedText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items.map((item) => ({ item, score: 1, spans: [] }));
  const found = items.flatMap((item) => match(item, words, textsOf(item)) ?? []);
  const best = Math.max(...found.map(({ score }) => score));
  const good = found.filter(
    ({ score, isGuess }) => score >= OTHERS_SCORE && (!isGuess || score >= best * GUESS_SHARE),
  );
  return (good.length > 0 ? good : found).toSorted((one, other) => other.score - one.score);
}
