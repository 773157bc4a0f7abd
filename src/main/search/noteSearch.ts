import { join } from 'node:path';
import { nearWords, snippetOf, wordsOf, type SearchHit, type SearchWish } from '../../shared/notes/search.ts';
import type { Files, IndexedText, TextIndex } from '../ports.ts';

/** Something that can be found: where it is, and what tells that it changed. */
export interface Findable {
  readonly kind: SearchHit['kind'];
  readonly path: string;
  readonly title: string;
  readonly start: string | null;
  readonly series: string | null;
  /** Changes with the text. */
  readonly stamp: string;
  readonly hasOpenItems: boolean;
}

export interface SearchParts {
  readonly files: Files;
  /** Opens the index in a file; throws where it is damaged. */
  readonly openIndex: (path: string) => TextIndex;
  readonly log: (line: string) => void;
  /** Absolute path of the index. */
  readonly path: string;
  /** All there is. */
  readonly list: () => readonly Findable[];
  /** The text of one; null where it cannot be read. */
  readonly read: (findable: Findable) => Promise<string | null>;
}

/** Search in notes and transcripts, as one types. */
export interface NoteSearch extends AsyncDisposable {
  find(wish: SearchWish): Promise<SearchHit[]>;
  /** Takes over what changed; resolves when the index is as the files are. */
  refresh(): Promise<void>;
}

/** Texts that go into the index at once: some milliseconds of work, then other things get their turn. */
const AT_ONCE = 100;
const MOST_HITS = 50;
/** Ranked hits that are looked at when a filter takes some of them out. */
const MOST_RANKED = 2000;

/** Opens the index, anew where it is damaged, and fills it in the background. */
export async function openNoteSearch(parts: SearchParts): Promise<NoteSearch> {
  const { list, log, read } = parts;
  let index = await openSound(parts);
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let isAskedAgain = false;

  async function takeOver(): Promise<void> {
    const now = list();
    const known = index.stamps();
    const present = new Set(now.map(({ path }) => path));
    const gone = [...known.keys()].filter((path) => !present.has(path));
    const stale = now.filter(({ path, stamp }) => known.get(path) !== stamp);
    if (gone.length > 0) index.change({ texts: [], gone });
    for (let from = 0; from < stale.length && !ending.signal.aborted; from += AT_ONCE) {
      const some = stale.slice(from, from + AT_ONCE);
      const texts = await Promise.all(
        some.map(async (one): Promise<IndexedText> => {
          const { path, stamp, title } = one;
          return { path, stamp, title, body: (await read(one)) ?? '' };
        }),
      );
      if (!ending.signal.aborted) index.change({ texts, gone: [] });
    }
  }

  /** Damage within the index shows when it is used. */
  async function startAnew(): Promise<void> {
    log('the search index is damaged and is built anew');
    index[Symbol.dispose]();
    await removeIndex(parts);
    index = await openSound(parts);
  }

  async function work(): Promise<void> {
    do {
      isAskedAgain = false;
      await takeOver().catch(async () => {
        await startAnew();
        await takeOver().catch(() => log('the search index could not be brought up to date'));
      });
    } while (isAskedAgain && !ending.signal.aborted);
    running = null;
  }

  function refresh(): Promise<void> {
    if (running === null) running = work();
    else isAskedAgain = true;
    return running;
  }

  /** A word that nothing begins with was mistyped; the words it may have meant stand in for it. */
  const meant = (word: string): { readonly word: string; readonly isWhole: boolean }[] =>
    index.hasBeginning(word)
      ? [{ word, isWhole: false }]
      : nearWords(word, index.words()).map((near) => ({ word: near, isWhole: true }));

  async function find(wish: SearchWish): Promise<SearchHit[]> {
    try {
      return await lookUp(wish);
    } catch {
      await startAnew();
      await refresh();
      return lookUp(wish);
    }
  }

  async function lookUp({ words, series, hasOpenItems }: SearchWish): Promise<SearchHit[]> {
    const wanted = [...new Set(wordsOf(words))].map(meant);
    if (wanted.length === 0 || wanted.some((any) => any.length === 0)) return [];
    const findables = new Map(list().map((one) => [one.path, one]));
    const isFiltered = series !== null || hasOpenItems;
    const found = index
      .find(wanted, isFiltered ? MOST_RANKED : MOST_HITS)
      .flatMap((path) => findables.get(path) ?? [])
      .filter((one) => (series === null || one.series === series) && (!hasOpenItems || one.hasOpenItems))
      .slice(0, MOST_HITS);
    const marked = wanted.flat().map(({ word }) => word);
    return Promise.all(
      found.map(async (one) => {
        const { kind, path, title, start } = one;
        return { kind, path, title, start, snippet: snippetOf((await read(one)) ?? '', marked) };
      }),
    );
  }

  void refresh();
  return {
    find,
    refresh,
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await running;
      index[Symbol.dispose]();
    },
  };
}

/** A damaged index is thrown away: it is made again from the texts. */
async function openSound({ files, openIndex, path, log }: SearchParts): Promise<TextIndex> {
  try {
    return openIndex(path);
  } catch {
    log('the search index is damaged and is built anew');
    await removeIndex({ files, path });
  }
  try {
    return openIndex(path);
  } catch {
    log('the search index cannot be stored, and is kept in memory');
    return openIndex(':memory:');
  }
}

async function removeIndex({ files, path }: Pick<SearchParts, 'files' | 'path'>): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await files.remove(`${path}${ending}`).catch(() => undefined);
}

/** Where the index is. */
export const searchIndexPath = (userData: string): string => join(userData, 'search.db');
