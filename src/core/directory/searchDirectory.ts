import { single } from 'fuzzysort';
import { foldedText } from '../search/fold.ts';
import type { DirectoryRow } from './directoryIndex.ts';

/** What the search looks at. */
export type SearchedCommunity = Pick<
  DirectoryRow,
  'id' | 'name' | 'aliases' | 'topics' | 'foundation' | 'about' | 'parts' | 'calendarCount' | 'meetingCount'
>;

/** How well a query matches, best first. */
const SCORES = { exact: 1, start: 0.9, name: 0.7, wholeTopic: 0.6, topic: 0.5, other: 0.3 } as const;

/** A name with letters left out is found only if nothing else is. */
const FAINT_FUZZY = 0.28;
/** Fewer letters are in many names. */
const SHORTEST_FUZZY = 5;

const wordsOf = (text: string): string[] => foldedText(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];

/** The last word may still be typed. A short one before it is a word of its own: “not” does not begin “notebooks”. */
const SHORT_WORD = 3;

/** True if each word of the query begins a word of the texts. */
function begin(query: readonly string[], texts: readonly string[]): boolean {
  const words = texts.flatMap(wordsOf);
  const isBegun = (part: string, isLast: boolean) => (word: string) =>
    isLast || part.length > SHORT_WORD ? word.startsWith(part) : word === part;
  return query.every((part, index) => words.some(isBegun(part, index === query.length - 1)));
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
  if (one.topics.some((topic) => foldedText(topic) === query)) return SCORES.wholeTopic;
  const topical = [...named, ...one.topics, one.foundation ?? ''];
  if (begin(words, topical)) return SCORES.topic;
  return begin(words, [...topical, one.about, ...one.parts]) ? SCORES.other : 0;
}

function fuzzyScoreOf(query: string, { name }: SearchedCommunity): number {
  const score = query.length < SHORTEST_FUZZY ? 0 : (single(query, foldedText(name))?.score ?? 0);
  return score >= FAINT_FUZZY ? score : 0;
}

/** Something of it can be followed. */
const hasMeetings = ({ calendarCount, meetingCount }: SearchedCommunity): number =>
  Number(calendarCount + meetingCount > 0);

/** The rows with a score, best first; of equal ones those with meetings, then in their order. */
const ranked = <Row extends SearchedCommunity>(rows: readonly Row[], score: (row: Row) => number): Row[] =>
  rows
    .map((row) => ({ row, score: score(row) }))
    .filter((one) => one.score > 0)
    .toSorted((one, other) => other.score - one.score || hasMeetings(other.row) - hasMeetings(one.row))
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
