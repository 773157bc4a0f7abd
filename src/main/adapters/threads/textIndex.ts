import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { nearWords, wordsOf } from '#core/notes/search.ts';
import type { FoundTexts, IndexedText, TextFilter, TextIndex } from '../../ports/textIndex.ts';

/** Schema version. Bump it to rebuild existing indexes. */
const SCHEMA_VERSION = 4;

/**
 * Stores words only, because the text is in its file. SQLite's Unicode is older than ours, hence `Cn` (unassigned). Each
 * length of prefixes takes a sixth of the time to index. Words of 1 and 3 letters are found by the prefixes that are one
 * longer; all others would have to be joined from many words at each question.
 */
const TABLES = `
  create table texts (
    id integer primary key, path text not null unique, stamp text not null,
    series text, moment text not null, is_open integer not null
  );
  create virtual table words using fts5(
    title, body, content='', contentless_delete=1, prefix='2 4 5 6 7 8',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Cn'"
  );
  create virtual table terms using fts5vocab(words, 'row');
  insert into words (words, rank) values ('automerge', 0), ('crisismerge', 200);
  pragma user_version = ${SCHEMA_VERSION};
`;

/**
 * Merging takes a third of the time to index all notes, and a merge that must not wait stops all questions for 0.3 s.
 * So merging begins at the second start. Later, notes change one by one, and its small steps remove what is left of
 * their former versions.
 */
const MERGE_IN_STEPS = `
  insert into words (words, rank) select k, 4 from words_config where k = 'automerge' and v = 0
`;

const IS_WANTED = `
  (:series is null or series = :series) and (:open = 0 or is_open = 1) and (:from is null or
    case when length(moment) = 10 then moment between :firstDay and :lastDay
    else moment >= :from and moment < :to end)
`;

/** Ranking is slow. Rank the texts that were indexed last first, and all of them only if these give too few results. */
const RANKED_FIRST = 2000;

/** {@link TextIndex} with synchronous calls. */
export interface IndexFile extends Disposable {
  stamps(): ReadonlyMap<string, string>;
  change(change: { readonly texts: readonly IndexedText[]; readonly gone: readonly string[] }): void;
  find(words: readonly string[], filter: TextFilter, limit: number): FoundTexts;
}

/**
 * A full-text index in one file (SQLite FTS5). It can be rebuilt from the texts, so it is not flushed. Throws if the
 * file has another schema version or is visibly corrupt. Other damage throws when it is reached: checking the whole
 * file at each start would take longer than everything else.
 * @param path absolute, or `:memory:`
 */
export function openIndexFile(path: string): IndexFile {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = off;');
    const version = database.prepare('pragma user_version').get()?.['user_version'];
    if (version === 0) database.exec(TABLES);
    else if (version !== SCHEMA_VERSION) throw new Error('the index has another schema version');
    else database.exec(MERGE_IN_STEPS);
    return indexIn(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The same index with asynchronous calls, on this thread. */
export async function openTextIndex(path: string): Promise<TextIndex> {
  const file = openIndexFile(path);
  return {
    stamps: async () => file.stamps(),
    change: async (change) => file.change(change),
    find: async (words, filter, limit) => file.find(words, filter, limit),
    [Symbol.asyncDispose]: async () => file[Symbol.dispose](),
  };
}

/** The text with its words folded as in queries: SQLite splits and folds only ASCII like we do. */
const asWords = (text: string): string => (/^[\0-\x7f]*$/.test(text) ? text : wordsOf(text).join(' '));

/** The words that match one word of the query, whole or as prefixes. */
type Alternatives = readonly { readonly word: string; readonly isWhole: boolean }[];

const matchOf = (wanted: readonly Alternatives[]): string =>
  wanted
    .map((any) => `(${any.map(({ word, isWhole }) => `"${word}"${isWhole ? '' : '*'}`).join(' OR ')})`)
    .join(' AND ');

function indexIn(database: DatabaseSync): IndexFile {
  const idOf = database.prepare('select id from texts where path = ?');
  const addText = database.prepare(
    'insert into texts (path, stamp, series, moment, is_open) values (?, ?, ?, ?, ?) returning id',
  );
  const addWords = database.prepare('insert into words (rowid, title, body) values (?, ?, ?)');
  const dropText = database.prepare('delete from texts where id = ?');
  const dropWords = database.prepare('delete from words where rowid = ?');
  const begins = database.prepare('select 1 from terms where term >= ? and term < ? limit 1');
  const matching = database.prepare(`
    select path from words join texts on texts.id = words.rowid
    where words match :match and words.rowid >= :first and ${IS_WANTED}
    order by bm25(words, 4, 1), words.rowid desc limit :limit
  `);
  const older = database.prepare(`select id from texts order by id desc limit 1 offset ${RANKED_FIRST}`);
  const latest = database.prepare(
    `select path from texts where ${IS_WANTED} order by moment desc limit :limit`,
  );
  /** All distinct words; null after a change. */
  let vocabulary: readonly string[] | null = null;

  const drop = (path: string): void => {
    const id = idOf.get(path)?.['id'];
    if (typeof id !== 'number') return;
    dropWords.run(id);
    dropText.run(id);
  };
  const put = ({ path, stamp, title, body, series, moment, hasOpenItems }: IndexedText): void => {
    drop(path);
    const id = addText.get(path, stamp, series, moment, Number(hasOpenItems))?.['id'];
    if (typeof id === 'number') addWords.run(id, asWords(title), asWords(body));
  };
  const inTransaction = (work: () => void): void => {
    vocabulary = null;
    database.exec('begin');
    try {
      work();
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    }
  };

  /** A word that is no prefix of any indexed word was mistyped: use similar words instead. */
  const alternativesOf = (word: string): Alternatives => {
    if (begins.get(word, `${word}\u{10FFFF}`) !== undefined) return [{ word, isWhole: false }];
    vocabulary ??= database
      .prepare('select term from terms')
      .all()
      .map(({ term }) => String(term));
    return nearWords(word, vocabulary).map((near) => ({ word: near, isWhole: true }));
  };

  return {
    stamps: () =>
      new Map(
        database
          .prepare('select path, stamp from texts')
          .all()
          .map(({ path, stamp }) => [String(path), String(stamp)]),
      ),
    change: ({ texts, gone }) =>
      inTransaction(() => {
        gone.forEach(drop);
        texts.forEach(put);
      }),
    find: (words, { series, hasOpenItems, within }, limit) => {
      const wanted = words.map(alternativesOf);
      if (wanted.some((any) => any.length === 0)) return { paths: [], words: [] };
      const [firstDay, lastDay] = within?.dates ?? [null, null];
      const [from, to] = within?.instants ?? [null, null];
      const values = { series, open: Number(hasOpenItems), firstDay, lastDay, from, to, limit };
      const ranked = (first: number): Record<string, unknown>[] =>
        matching.all({ ...values, match: matchOf(wanted), first });
      const first = Number(older.get()?.['id'] ?? 0);
      let rows = wanted.length === 0 ? latest.all(values) : ranked(first);
      if (rows.length < limit && wanted.length > 0 && first > 0) rows = ranked(0);
      return {
        paths: rows.map(({ path }) => String(path)),
        words: wanted.flat().map(({ word }) => word),
      };
    },
    [Symbol.dispose]: () => database.close(),
  };
}
