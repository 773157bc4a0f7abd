import { single } from 'fuzzysort';
import { foldedText } from '../search/fold.ts';
import type { DirectoryRow } from './directoryIndex.ts';

/** What the search looks at. */
export type SearchedCommunity = Pick<
  DirectoryRow,
  'id' | 'name' | 'aliases' | 'topics' | 'foundation' | 'about' | 'parts'
>;

/** How well a query matches, best first. */
const SCORES = { exact: 1, start: 0.9, name: 0.7, topic: 0.5, other: 0.3 } as const;

/** A name with letters left out is found only if nothing else is. */
const FAINT_FUZZY = 0.28;
/** Fewer letters are in many names. */
const SHORTEST_FUZZY = 5;

const wordsOf = (text: string): string[] => foldedText(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];

/** True if each word of the query begins a word of the texts. */
function begin(query: readonly string[], texts: readonly string[]): boolean {
  const words = texts.flatMap(wordsOf);
  return query.every((part) => words.some((word) => word.startsWith(part)));
}

const namesOf = ({ name, id, aliases }: SearchedCommunity): string[] =>
  [name, id, ...aliases].map((text) => foldedText(text));

/** True if the query is the beginning of a name or abbreviation of the community. */
export function beginsName(one: SearchedCommunity, written: string): boolean {
  const query = foldedText(written).trim();
  return query !== '' && namesOf(one).some((text) => text.startsWith(query));
}

function scoreOf(query: string, words: readonly string[], one: SearchedCommunity): number {
  const names = namesOf(one);
  if (names.includes(query)) return SCORES.exact;
  if (names.some((text) => text.startsWith(query))) return SCORES.start;
  const named = [one.name, ...one.aliases];
  if (begin(words, named)) return SCORES.name;
  const topical = [...named, ...one.topics, one.foundation ?? ''];
  if (begin(words, topical)) return SCORES.topic;
  return begin(words, [...topical, one.about, ...one.parts]) ? SCORES.other : 0;
}

function fuzzyScoreOf(query: string, { name }: SearchedCommunity): number {
  const score = query.length < SHORTEST_FUZZY ? 0 : (single(query, foldedText(name))?.score ?? 0);
  return score >= FAINT_FUZZY ? score : 0;
}

/** The rows with a score, best first; equal ones in their order. */
const ranked = <Row>(rows: readonly Row[], score: (row: Row) => number): Row[] =>
  rows
    .map((row) => ({ row, score: score(row) }))
    .filter((one) => one.score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ row }) => row);

/**
 * The communities that a query finds, best first: by name or abbreviation, then by topic or foundation, then by their
 * meetings. An empty query finds all, in their order.
 */
export function searchDirectory<Row extends SearchedCommunity>(rows: readonly Row[], written: string): Row[] {
  const query = foldedText(written).trim();
  const words = wordsOf(query);
  if (words.length === 0) return [...rows];
  const found = ranked(rows, (row) => scoreOf(query, words, row));
  return found.length > 0 ? found : ranked(rows, (row) => fuzzyScoreOf(query, row));
}

/** Communities of one foundation; `foundation` is null for those of none. */
export interface FoundationGroup<Row> {
  readonly foundation: string | null;
  readonly rows: readonly Row[];
}

/**
 * Groups by foundation, in the order of the first community of each.
 * @param order `othersLast`: those of no foundation come last, for a list that is not ranked
 */
export function byFoundation<Row extends Pick<DirectoryRow, 'foundation'>>(
  rows: readonly Row[],
  order: 'ranked' | 'othersLast',
): FoundationGroup<Row>[] {
  const groups = [...Map.groupBy(rows, ({ foundation }) => foundation)].map(([foundation, own]) => ({
    foundation,
    rows: own,
  }));
  if (order === 'ranked') return groups;
  return groups.toSorted((one, other) => Number(one.foundation === null) - Number(other.foundation === null));
}
