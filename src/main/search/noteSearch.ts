import { join } from 'node:path';
import { DateTime } from 'luxon';
import { errorText, type ZoneName } from '#base';
import { snippetOf, wordsOf, type SearchHit, type SearchQuery } from '#core/notes/search.ts';
import type { Files } from '../ports/files.ts';
import type { IndexedText, TextFilter, TextIndex } from '../ports/textIndex.ts';

/** Something that can be found: where it is, and what tells that it changed. */
export interface Findable {
  readonly kind: SearchHit['kind'];
  readonly path: string;
  readonly title: string;
  readonly start: string | null;
  /** When it changed last, ms: its time where it has no start. */
  readonly modified: number;
  readonly series: string | null;
  /** Changes with the text. */
  readonly stamp: string;
  readonly hasOpenItems: boolean;
}

export interface SearchParts {
  readonly files: Files;
  /** Opens the index in a file; rejects where it is damaged. */
  readonly openIndex: (path: string) => Promise<TextIndex>;
  readonly log: (line: string) => void;
  /** Absolute path of the index. */
  readonly path: string;
  /** All there is. */
  readonly list: () => readonly Findable[];
  /** The text of one; null where it cannot be read. */
  readonly read: (findable: Findable) => Promise<string | null>;
  /** The zone in which a day of the wish begins and ends. */
  readonly zone: () => ZoneName;
}

/** Search in notes and transcripts, as one types. */
export interface NoteSearch extends AsyncDisposable {
  find(wish: SearchQuery): Promise<SearchHit[]>;
  /** Takes over what changed; resolves when the index is as the files are. */
  refresh(): Promise<void>;
}

/** Texts that go into the index at once: some milliseconds of work, then a question gets its turn. */
const AT_ONCE = 100;
const MOST_HITS = 50;

/** Opens the index, anew where it is damaged, and fills it in the background. */
export function openNoteSearch(parts: SearchParts): NoteSearch {
  const { list, log, read } = parts;
  // Nobody waits for the index to be opened who does not ask it.
  let index = openSound(parts);
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let isAskedAgain = false;

  async function takeOver(): Promise<void> {
    const now = list();
    const known = await (await index).stamps();
    const present = new Set(now.map(({ path }) => path));
    const gone = [...known.keys()].filter((path) => !present.has(path));
    // The latest come last: of many that are found, the index ranks those that came last.
    const stale = now
      .filter(({ path, stamp }) => known.get(path) !== stamp)
      .sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
    if (gone.length > 0) await (await index).change({ texts: [], gone });
    // The next texts are read while the index takes these.
    let written: Promise<void> = Promise.resolve();
    for (let from = 0; from < stale.length && !ending.signal.aborted; from += AT_ONCE) {
      const some = stale.slice(from, from + AT_ONCE);
      const texts = await Promise.all(
        some.map(async (one): Promise<IndexedText> => {
          const { path, stamp, title, series, hasOpenItems } = one;
          const moment = momentOf(one);
          return { path, stamp, title, series, moment, hasOpenItems, body: (await read(one)) ?? '' };
        }),
      );
      await written;
      if (ending.signal.aborted) return;
      written = (await index).change({ texts, gone: [] });
      // Whoever waits for it next hears of it.
      written.catch(() => undefined);
    }
    await written;
  }

  /** Damage within the index shows when it is used. */
  async function startAnew(reason: unknown): Promise<void> {
    log(`the search index is damaged and is built anew: ${errorText(reason)}`);
    await (await index)[Symbol.asyncDispose]();
    await removeIndex(parts);
    index = openSound(parts);
  }

  async function work(): Promise<void> {
    do {
      isAskedAgain = false;
      await takeOver().catch(async (reason: unknown) => {
        await startAnew(reason);
        await takeOver().catch((again: unknown) =>
          log(`the search index could not be brought up to date: ${errorText(again)}`),
        );
      });
    } while (isAskedAgain && !ending.signal.aborted);
    running = null;
  }

  function refresh(): Promise<void> {
    if (running === null) running = work();
    else isAskedAgain = true;
    return running;
  }

  async function find(wish: SearchQuery): Promise<SearchHit[]> {
    try {
      return await lookUp(wish);
    } catch (reason) {
      await startAnew(reason);
      await refresh();
      return lookUp(wish);
    }
  }

  async function lookUp(wish: SearchQuery): Promise<SearchHit[]> {
    const words = [...new Set(wordsOf(wish.words))];
    const filter = filterOf(wish, parts.zone());
    const isWithout = filter.series === null && filter.within === null && !filter.hasOpenItems;
    // Marks alone are no words, and nothing is to be found by them.
    if (words.length === 0 && (isWithout || wish.words.trim() !== '')) return [];
    const found = await (await index).find(words, filter, MOST_HITS);
    const findables = new Map(list().map((one) => [one.path, one]));
    return Promise.all(
      found.paths
        .flatMap((path) => findables.get(path) ?? [])
        .map(async (one) => {
          const { kind, path, title, start, modified } = one;
          const snippet = snippetOf((await read(one)) ?? '', found.words);
          return { kind, path, title, start, modified, snippet };
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
      await (await index)[Symbol.asyncDispose]();
    },
  };
}

const momentOf = ({ start, modified }: Findable): string => start ?? new Date(modified).toISOString();

/** Far before and after everything. */
const ALWAYS = ['0000-01-01', '9999-12-31'] as const;

/** The days of the wish as what an index compares: both ends included. */
function filterOf({ series, hasOpenItems, from, to }: SearchQuery, zone: ZoneName): TextFilter {
  if (from === null && to === null) return { series, hasOpenItems, within: null };
  const dates = [from ?? ALWAYS[0], to ?? ALWAYS[1]] as const;
  const begins = (day: string, days: number): string =>
    DateTime.fromISO(day, { zone }).plus({ days }).toUTC().toISO() ?? '';
  const instants = [begins(dates[0], 0), to === null ? ALWAYS[1] : begins(to, 1)] as const;
  return { series, hasOpenItems, within: { dates, instants } };
}

/** A damaged index is thrown away: it is made again from the texts. */
async function openSound({ files, openIndex, path, log }: SearchParts): Promise<TextIndex> {
  try {
    return await openIndex(path);
  } catch (reason) {
    log(`the search index is damaged and is built anew: ${errorText(reason)}`);
    await removeIndex({ files, path });
  }
  try {
    return await openIndex(path);
  } catch (reason) {
    log(`the search index cannot be stored, and is kept in memory: ${errorText(reason)}`);
    return openIndex(':memory:');
  }
}

async function removeIndex({ files, path }: Pick<SearchParts, 'files' | 'path'>): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await files.remove(`${path}${ending}`).catch(() => undefined);
}

/** Where the index is. */
export const searchIndexPath = (userData: string): string => join(userData, 'search.db');
