import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { nearWords, wordsOf } from '#core/notes/search.ts';
import type { FoundTexts, IndexedText, TextFilter, TextIndex } from '../../ports/textIndex.ts';

/** Another number makes every index of before be built anew. */
const SHAPE = 2;

/** The text itself is in its file, so only its words are kept. SQLite knows fewer letters than we do, hence `Cn`. */
const TABLES = `
  create table texts (
    id integer primary key, path text not null unique, stamp text not null,
    series text, moment text not null, is_open integer not null
  );
  create virtual table words using fts5(
    title, body, content='', contentless_delete=1, prefix='1 2 3 4 5 6 7',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Cn'"
  );
  create virtual table terms using fts5vocab(words, 'row');
  pragma user_version = ${SHAPE};
`;

const IS_WANTED = `
  (:series is null or series = :series) and (:open = 0 or is_open = 1) and (:from is null or
    case when length(moment) = 10 then moment between :firstDay and :lastDay
    else moment >= :from and moment < :to end)
`;

/**
 * Ranking is what takes time. So many texts, those that came into the index last, are ranked first; all of them only
 * where these do not give enough.
 */
const RANKED_FIRST = 2000;

/** {@link TextIndex} as it is before anybody has to wait for it. */
export interface IndexFile extends Disposable {
  stamps(): ReadonlyMap<string, string>;
  change(change: { readonly texts: readonly IndexedText[]; readonly gone: readonly string[] }): void;
  find(words: readonly string[], filter: TextFilter, limit: number): FoundTexts;
}

/**
 * A full-text index in one file (SQLite FTS5). Everything in it can be made again from the texts, so it is not flushed.
 * Throws where the file is of another shape or plainly damaged; damage further in shows when it is used, and throws then.
 * Looking through all of it at each start would take longer than everything else.
 * @param path absolute, or `:memory:`
 */
export function openIndexFile(path: string): IndexFile {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = off;');
    const shape = database.prepare('pragma user_version').get()?.['user_version'];
    if (shape === 0) database.exec(TABLES);
    else if (shape !== SHAPE) throw new Error('the index has another shape');
    return indexIn(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The same index, in this thread. */
export async function openTextIndex(path: string): Promise<TextIndex> {
  const file = openIndexFile(path);
  return {
    stamps: async () => file.stamps(),
    change: async (change) => file.change(change),
    find: async (words, filter, limit) => file.find(words, filter, limit),
    [Symbol.asyncDispose]: async () => file[Symbol.dispose](),
  };
}

/** The text with its words as a question has them: SQLite parts and folds only ASCII as we do. */
const asWords = (text: string): string => (/^[\0-\x7f]*$/.test(text) ? text : wordsOf(text).join(' '));

/** A word of the question: what may stand for it, as a whole or as a beginning. */
type Meant = readonly { readonly word: string; readonly isWhole: boolean }[];

const matchOf = (wanted: readonly Meant[]): string =>
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
  /** Every word in it, once; null after a change. */
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
  const atOnce = (work: () => void): void => {
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

  /** A word that nothing begins with was mistyped; the words it may have meant stand in for it. */
  const meant = (word: string): Meant => {
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
      atOnce(() => {
        gone.forEach(drop);
        texts.forEach(put);
      }),
    find: (words, { series, hasOpenItems, within }, limit) => {
      const wanted = words.map(meant);
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
