import { join } from 'node:path';
import { DateTime } from 'luxon';
import { errorText, type ZoneName } from '#base';
import { hasTag } from '#core/notes/tags.ts';
import { snippetOf, wordsOf, type SearchHit, type SearchQuery } from '#core/notes/search.ts';
import type { Files } from '../ports/files.ts';
import type { IndexedText, TextFilter, TextIndex } from '../ports/textIndex.ts';

/** A text to index: its path, and a stamp that changes with it. */
export interface Findable {
  readonly kind: SearchHit['kind'];
  readonly path: string;
  readonly title: string;
  readonly start: string | null;
  /** Last change, ms; used as its time if it has no start. */
  readonly modified: number;
  readonly series: string | null;
  /** Changes with the text. */
  readonly stamp: string;
  readonly hasOpenItems: boolean;
  /** Without `#`. */
  readonly tags: readonly string[];
}

export interface SearchParts {
  readonly files: Files;
  /** Opens the index in a file; rejects if it is corrupt. */
  readonly openIndex: (path: string) => Promise<TextIndex>;
  readonly log: (line: string) => void;
  /** Absolute path of the index. */
  readonly path: string;
  /** All texts. */
  readonly list: () => readonly Findable[];
  /** Whether the list is complete; until then no text counts as deleted. */
  readonly isComplete: () => boolean;
  /** The content of a text; null if it cannot be read. */
  readonly read: (findable: Findable) => Promise<string | null>;
  /** The zone in which the days of a query begin and end. */
  readonly zone: () => ZoneName;
}

/** Search in notes and transcripts. */
export interface NoteSearch extends AsyncDisposable {
  find(query: SearchQuery): Promise<SearchHit[]>;
  /** Indexes what changed; resolves when the index is up to date. */
  refresh(): Promise<void>;
}

/** Batch size of indexing: some milliseconds of work, after which a query can run. */
const AT_ONCE = 100;
const MOST_HITS = 50;
/** Tags are not in the index, so all that it finds is looked at. */
const MOST_TAGGED = 20_000;

/** Opens the index, or rebuilds a corrupt one, and fills it in the background. */
export function openNoteSearch(parts: SearchParts): NoteSearch {
  const { log } = parts;
  // Not awaited: only queries wait until the index is open.
  let index = openSound(parts);
  const current = (): Promise<TextIndex> => index;
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  /** All texts were indexed once: what is left to index are changes, which take a moment. */
  let isBuilt = false;

  /** A corrupt index may only throw when it is used. */
  async function startAnew(reason: unknown): Promise<void> {
    log(`the search index is damaged and is built anew: ${errorText(reason)}`);
    await (await index)[Symbol.asyncDispose]();
    await removeIndex(parts);
    index = openSound(parts);
  }

  async function work(): Promise<void> {
    do {
      isAskedAgain = false;
      await indexChanges(current, parts, ending.signal).catch(async (reason: unknown) => {
        await startAnew(reason);
        await indexChanges(current, parts, ending.signal).catch((again: unknown) =>
          log(`the search index could not be brought up to date: ${errorText(again)}`),
        );
      });
    } while (isAskedAgain && !ending.signal.aborted);
    running = null;
    isBuilt = true;
  }

  function refresh(): Promise<void> {
    if (running === null) running = work();
    else isAskedAgain = true;
    return running;
  }

  async function find(query: SearchQuery): Promise<SearchHit[]> {
    // A renamed note is in the index under neither name for a moment.
    if (isBuilt) await running;
    try {
      return await lookUp(current, parts, query);
    } catch (reason) {
      await startAnew(reason);
      await refresh();
      return lookUp(current, parts, query);
    }
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

/**
 * Removes deleted texts from the index, and stores new and changed ones in batches.
 * @param index the current one; a corrupt one is replaced meanwhile
 */
async function indexChanges(
  index: () => Promise<TextIndex>,
  { list, isComplete, read }: Pick<SearchParts, 'list' | 'isComplete' | 'read'>,
  signal: AbortSignal,
): Promise<void> {
  const now = list();
  const known = await (await index()).stamps();
  const { gone, stale } = changesOf(now, known);
  if (gone.length > 0 && isComplete()) await (await index()).change({ texts: [], gone });
  // Read the next texts while the index stores these.
  let written: Promise<void> = Promise.resolve();
  for (let from = 0; from < stale.length && !signal.aborted; from += AT_ONCE) {
    const texts = await readTexts(stale.slice(from, from + AT_ONCE), read);
    await written;
    if (signal.aborted) return;
    written = (await index()).change({ texts, gone: [] });
    // The next await reports it.
    written.catch(() => undefined);
  }
  await written;
}

/** The paths of deleted texts, and the new or changed texts. @param known stamps in the index, by path */
function changesOf(
  now: readonly Findable[],
  known: ReadonlyMap<string, string>,
): { readonly gone: readonly string[]; readonly stale: readonly Findable[] } {
  const present = new Set(now.map(({ path }) => path));
  const gone = [...known.keys()].filter((path) => !present.has(path));
  // Latest last, because among many results the index ranks those that were indexed last.
  const stale = now
    .filter(({ path, stamp }) => known.get(path) !== stamp)
    .sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
  return { gone, stale };
}

const readTexts = (findables: readonly Findable[], read: SearchParts['read']): Promise<IndexedText[]> =>
  Promise.all(
    findables.map(async (one) => {
      const { path, stamp, title, series, hasOpenItems } = one;
      const moment = momentOf(one);
      return { path, stamp, title, series, moment, hasOpenItems, body: (await read(one)) ?? '' };
    }),
  );

/** The texts that match a query, in the order of the index, with a snippet. */
async function lookUp(
  index: () => Promise<TextIndex>,
  { list, read, zone }: Pick<SearchParts, 'list' | 'read' | 'zone'>,
  query: SearchQuery,
): Promise<SearchHit[]> {
  const words = [...new Set(wordsOf(query.words))];
  const filter = filterOf(query, zone());
  const hasTags = query.tags.length > 0;
  const isWithout = !hasTags && filter.series === null && filter.within === null && !filter.hasOpenItems;
  // Punctuation alone is no word and has no results.
  if (words.length === 0 && (isWithout || query.words.trim() !== '')) return [];
  const found = await (await index()).find(words, filter, hasTags ? MOST_TAGGED : MOST_HITS);
  const findables = new Map(list().map((one) => [one.path, one]));
  return Promise.all(
    found.paths
      .flatMap((path) => findables.get(path) ?? [])
      .filter(({ tags }) => query.tags.every((wanted) => hasTag(tags, wanted)))
      .slice(0, MOST_HITS)
      .map(async (one) => {
        const { kind, path, title, start, modified } = one;
        const snippet = snippetOf((await read(one)) ?? '', found.words);
        return { kind, path, title, start, modified, snippet };
      }),
  );
}

const momentOf = ({ start, modified }: Findable): string => start ?? new Date(modified).toISOString();

/** Before and after all dates. */
const ALWAYS = ['0000-01-01', '9999-12-31'] as const;

/** The days of the query as the index compares them; both ends inclusive. */
function filterOf({ series, hasOpenItems, from, to }: SearchQuery, zone: ZoneName): TextFilter {
  if (from === null && to === null) return { series, hasOpenItems, within: null };
  const dates = [from ?? ALWAYS[0], to ?? ALWAYS[1]] as const;
  const begins = (day: string, days: number): string =>
    DateTime.fromISO(day, { zone }).plus({ days }).toUTC().toISO() ?? '';
  const instants = [begins(dates[0], 0), to === null ? ALWAYS[1] : begins(to, 1)] as const;
  return { series, hasOpenItems, within: { dates, instants } };
}

/** Deletes a corrupt index; it is rebuilt from the texts. */
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

/** Path of the index. */
export const searchIndexPath = (userData: string): string => join(userData, 'search.db');
