import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { IndexedNote } from '#core/notes/indexNote.ts';

/** What the index holds of a file. Bump it when `indexNote` reads something else in the same text. */
const FORMAT = 1;

/** A file as it was read. */
export interface ReadFile {
  /** In the folder. */
  readonly path: string;
  /** Changes with the file. */
  readonly stamp: string;
  /** Null for a file that is no text. */
  readonly note: IndexedNote | null;
}

/** A file as it was read in an earlier run; parsed when it is needed. */
export interface KeptFile {
  readonly stamp: string;
  /** Undefined if what was kept is damaged. */
  readonly note: () => IndexedNote | null | undefined;
}

/**
 * The index of one folder's notes, from one run to the next, so that a start reads only the files that changed. It can
 * be built anew from the files at any time: whatever is wrong with it, it is empty.
 */
export interface NoteCache extends Disposable {
  /** What is kept of a folder, by path. What is kept of another one is dropped. */
  of(folder: string): ReadonlyMap<string, KeptFile>;
  /** Keeps what was read, and drops what is gone. */
  keep(read: readonly ReadFile[], gone: readonly string[]): void;
}

export interface NoteCacheFile {
  /** Absolute. */
  readonly path: string;
  /** Of the app: another one may read more in the same text. */
  readonly version: string;
}

const TABLES = `
  create table facts (name text primary key, value text not null) without rowid;
  create table notes (path text primary key, stamp text not null, note text not null, hash text not null) without rowid;
  pragma user_version = ${FORMAT};
`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

function parsed(note: string, hash: string): IndexedNote | null | undefined {
  // A disk error would otherwise show a wrong list, for as long as the file does not change.
  if (hashOf(note) !== hash) return undefined;
  const kept: IndexedNote | null = JSON.parse(note);
  return kept;
}

/** Throws if the file is of another format or visibly damaged. */
function openFile(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  try {
    // It is not flushed: after a power failure it is at worst damaged, and built anew.
    database.exec('pragma journal_mode = wal; pragma synchronous = off;');
    const format = database.prepare('pragma user_version').get()?.['user_version'];
    if (format === 0) database.exec(TABLES);
    else if (format !== FORMAT) throw new Error('the kept index of notes has another format');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function removeFile(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
}

/** Opens the cache; a damaged one begins anew, and one that cannot be stored keeps nothing. */
export function openNoteCache({ path, version }: NoteCacheFile): NoteCache {
  let database: DatabaseSync | null = null;

  /** Runs with the database; null if that fails. The file is then removed, and the next call begins anew. */
  function tried<T>(work: (open: DatabaseSync) => T): T | null {
    try {
      database ??= openFile(path);
      return work(database);
    } catch {
      try {
        database?.close();
        removeFile(path);
      } catch {
        // It is in use, or its folder cannot be written: the files are read.
      }
      database = null;
      return null;
    }
  }

  const inOne = (open: DatabaseSync, work: () => void): void => {
    open.exec('begin');
    work();
    open.exec('commit');
  };

  function of(folder: string): ReadonlyMap<string, KeptFile> {
    const owner = JSON.stringify([version, folder]);
    const read = (open: DatabaseSync): Map<string, KeptFile> => {
      const kept = new Map<string, KeptFile>();
      if (open.prepare("select value from facts where name = 'owner'").get()?.['value'] !== owner) {
        inOne(open, () => {
          open.exec('delete from notes');
          open.prepare("insert or replace into facts values ('owner', ?)").run(owner);
        });
        return kept;
      }
      for (const row of open.prepare('select path, stamp, note, hash from notes').iterate()) {
        const { path: file, stamp, note, hash } = row;
        kept.set(String(file), { stamp: String(stamp), note: () => parsed(String(note), String(hash)) });
      }
      return kept;
    };
    // The second attempt has a new file.
    return tried(read) ?? tried(read) ?? new Map<string, KeptFile>();
  }

  return {
    of,
    keep: (read, gone) => {
      if (read.length === 0 && gone.length === 0) return;
      tried((open) =>
        inOne(open, () => {
          const put = open.prepare('insert or replace into notes values (?, ?, ?, ?)');
          const drop = open.prepare('delete from notes where path = ?');
          for (const { path: file, stamp, note } of read) {
            const text = JSON.stringify(note);
            put.run(file, stamp, text, hashOf(text));
          }
          for (const file of gone) drop.run(file);
        }),
      );
    },
    [Symbol.dispose]: () => database?.close(),
  };
}
