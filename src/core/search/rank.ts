import { prepare, single, type Prepared } from 'fuzzysort';
import { fold, foldedText, type Folded } from './fold.ts';

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
  /** The parts of the name that the query matches, in order; empty if another text matches. Found when it is read: of thousands of items few are shown. */
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

const matchOf = <Item>(
  item: Item,
  score: number,
  isGuess: boolean,
  spansOf: () => readonly Span[],
): Match<Item> => ({
  item,
  score,
  isGuess,
  get spans() {
    return spansOf();
  },
});

/** Texts as the search compares them. */
interface ReadTexts {
  readonly at: Folded['at'];
  /** The name without accents. */
  readonly name: Prepared;
  readonly lower: string;
  /** Folded when a query is first looked for in them. */
  others: string | null;
}

/** By the object that `rank` was given: a list is searched again for each letter that is typed. */
const readTexts = new WeakMap<SearchedTexts, ReadTexts>();

function read(texts: SearchedTexts): ReadTexts {
  const known = readTexts.get(texts);
  if (known !== undefined) return known;
  const { text, at } = fold(texts.name);
  const made = { at, name: prepare(text), lower: text.toLowerCase(), others: null };
  readTexts.set(texts, made);
  return made;
}

function othersOf(texts: SearchedTexts): string {
  const known = read(texts);
  known.others ??= foldedText((texts.others ?? []).filter((other) => other !== null).join('\n'));
  return known.others;
}

/** Reads the texts before they are searched, which takes most of the time of a first search. */
export const readAhead = (texts: SearchedTexts): void => void othersOf(texts);

/** Compares one item with the words of a query; null if it has nothing in common with it. */
function match<Item>(item: Item, words: readonly string[], texts: SearchedTexts): Match<Item> | null {
  const { at, name, lower } = read(texts);
  const fuzzy = single(words.join(' '), name);
  const inName = words.filter((word) => mentions(lower, word));
  const ofWords = (): Span[] => toSpans(indexesOf(inName, lower).map(at));
  const ofLetters = (): Span[] => toSpans((fuzzy?.indexes ?? []).map(at));
  if (inName.length === words.length)
    return matchOf(item, Math.max(fuzzy?.score ?? 0, WORDS_SCORE), false, ofWords);
  if (fuzzy !== null && fuzzy.score >= GOOD_SCORE) return matchOf(item, fuzzy.score, true, ofLetters);
  if (words.every((word) => inName.includes(word) || mentions(othersOf(texts), word)))
    return matchOf(item, OTHERS_SCORE, false, ofWords);
  return fuzzy !== null && fuzzy.score >= FAINT_SCORE
    ? matchOf(item, Math.min(fuzzy.score, OTHERS_SCORE / 2), true, ofLetters)
    : null;
}

/**
 * The items that match the query, best first; items of equal rank keep their order. An item matches if it contains
 * every word, or if its name contains the letters in order at telling places. Case and accents do not matter. An empty
 * query returns all items in their order.
 * @param textsOf gives the same object for an item that is searched often: what is read of it is kept with it
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
