import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { IndexedText, TextIndex } from '../ports.ts';

/** Another number makes every index of before be built anew. */
const SHAPE = 1;

/** Words as in wordsOf (shared/notes/search.ts); the text itself is in its file, so only its words are kept. */
const TABLES = `
  create table texts (id integer primary key, path text not null unique, stamp text not null);
  create virtual table words using fts5(
    title, body, content='', contentless_delete=1, prefix='1 2 3 4 5 6 7', tokenize="unicode61 remove_diacritics 2"
  );
  create virtual table terms using fts5vocab(words, 'row');
  pragma user_version = ${SHAPE};
`;

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/**
 * A full-text index in one file (SQLite FTS5). Everything in it can be made again from the texts, so it is not flushed.
 * Throws where the file is of another shape or plainly damaged; damage further in shows when it is used, and throws then.
 * Looking through all of it at each start would take longer than everything else.
 * @param path absolute, or `:memory:`
 */
export function openTextIndex(path: string): TextIndex {
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

function indexIn(database: DatabaseSync): TextIndex {
  const idOf = database.prepare('select id from texts where path = ?');
  const addText = database.prepare('insert into texts (path, stamp) values (?, ?) returning id');
  const addWords = database.prepare('insert into words (rowid, title, body) values (?, ?, ?)');
  const dropText = database.prepare('delete from texts where id = ?');
  const dropWords = database.prepare('delete from words where rowid = ?');
  const begins = database.prepare('select 1 from terms where term >= ? and term < ? limit 1');
  const matching = database.prepare(
    'select path from words join texts on texts.id = words.rowid where words match ? order by bm25(words, 4, 1) limit ?',
  );
  let known: readonly string[] | null = null;

  const drop = (path: string): void => {
    const id = idOf.get(path)?.['id'];
    if (typeof id !== 'number') return;
    dropWords.run(id);
    dropText.run(id);
  };
  const put = ({ path, stamp, title, body }: IndexedText): void => {
    drop(path);
    const id = addText.get(path, stamp)?.['id'];
    if (typeof id === 'number') addWords.run(id, title, body);
  };
  const atOnce = (work: () => void): void => {
    known = null;
    database.exec('begin');
    try {
      work();
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    }
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
    hasBeginning: (word) => begins.get(word, `${word}\u{10FFFF}`) !== undefined,
    words: () => {
      known ??= database
        .prepare('select term from terms')
        .all()
        .map(({ term }) => String(term));
      return known;
    },
    find: (wanted, limit) => {
      if (wanted.length === 0) return [];
      const match = wanted
        .map((any) => `(${any.map(({ word, isWhole }) => quoted(word) + (isWhole ? '' : '*')).join(' OR ')})`)
        .join(' AND ');
      return matching.all(match, limit).map(({ path }) => String(path));
    },
    [Symbol.dispose]: () => database.close(),
  };
}
