import { join } from 'node:path';
import { z } from 'zod';
import { changeId, seriesChange, type SeriesChange } from '#core/feeds/seriesChange.ts';
import { createSignal, DAY, logFailure, type Signal } from '#base';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { FeedList } from './feedList.ts';
import type { FeedReplaced } from './feedReading.ts';
import type { FeedSync } from './feedSync.ts';
import type { Ports } from '../ports/ports.ts';
import type { Files } from '../ports/files.ts';

/** The log of recent changes in the series of feeds, stored on disk. */
export interface ChangeLog extends Disposable {
  /** Newest last. */
  all(): readonly SeriesChange[];
  /** Dismisses these, by {@link changeId}, or lists them again. */
  dismiss(ids: readonly string[], isDismissed: boolean): void;
  /** Adds changes that were deleted with their feed. */
  restore(changes: readonly SeriesChange[]): void;
  readonly changed: Signal<readonly SeriesChange[]>;
}

const KEPT_MS = 60 * DAY;
/** A calendar that renames all its events at each download must not fill the disk, nor displace the changes of others. */
const MOST_PER_FEED = 100;

/** How long at least one message about changes comes after another. */
const PAUSE_MS = 300;

const stored = z.object({ version: z.literal(1), changes: z.array(z.unknown()) });

/** Path of the log. */
export const changeLogPath = (userData: string): string => join(userData, 'changes.json');

/** Reads the log; entries that cannot be read are left out. */
export async function readChangeLog(files: Pick<Files, 'read'>, path: string): Promise<SeriesChange[]> {
  try {
    const bytes = await files.read(path, 10_000_000);
    if (bytes === null) return [];
    const { changes } = stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return changes.flatMap((one) => seriesChange.safeParse(one).data ?? []);
  } catch {
    // The log is only informative; the next change starts a new one.
    return [];
  }
}

/** Opens the log, and adds to it: each new copy of a feed is compared with the previous one. */
export async function openChangeLog(
  {
    files,
    clock,
    reader,
    environment,
    log,
  }: Pick<Ports, 'files' | 'clock' | 'reader' | 'environment' | 'log'>,
  parts: {
    readonly sync: Pick<FeedSync, 'replaced'>;
    readonly list: Pick<FeedList, 'find' | 'changed'>;
    readonly writer: Pick<DiskWriter, 'write'>;
    readonly zone: () => string;
  },
): Promise<ChangeLog> {
  const path = changeLogPath(environment.userData);
  let changes = await readChangeLog(files, path);
  const changed = createSignal<readonly SeriesChange[]>(logFailure(log));
  const save = (): Promise<void> => files.write(path, JSON.stringify({ version: 1, changes }));

  const setChanges = (next: readonly SeriesChange[]): void => {
    const kept = next.filter(({ at }) => at > clock.now() - KEPT_MS);
    changes = [...Map.groupBy(kept, ({ feedId }) => feedId).values()]
      .flatMap((ofFeed) => ofFeed.slice(-MOST_PER_FEED))
      .toSorted((one, other) => one.at - other.at);
    void parts.writer.write('changes', 'what calendars changed', save);
    changed.emit(changes);
  };

  using ends = new DisposableStack();
  /** Found, but not listed yet. */
  let found: SeriesChange[] = [];
  const list = (): void => {
    const news = found.filter(({ feedId }) => parts.list.find(feedId) !== null);
    found = [];
    if (news.length > 0) setChanges([...changes, ...news]);
  };
  ends.defer(list);
  const listed = ends.use(clock.pace(PAUSE_MS, list));
  const record = async ({ feed, before, after }: FeedReplaced): Promise<void> => {
    const news = await reader.changes(feed, { before, after }, parts.zone(), clock.now());
    if (news.length === 0) return;
    found.push(...news);
    listed.call();
  };

  ends.use(
    parts.sync.replaced.on((replaced) => {
      record(replaced).catch((error: unknown) => log(`changes of a feed were not found: ${String(error)}`));
    }),
  );
  // Changes of a removed feed are deleted.
  ends.use(
    parts.list.changed.on((feeds) => {
      const ids = new Set(feeds.map(({ id }) => id));
      if (changes.some(({ feedId }) => !ids.has(feedId)))
        setChanges(changes.filter(({ feedId }) => ids.has(feedId)));
    }),
  );
  const owned = ends.move();
  return {
    all: () => changes,
    dismiss: (ids, isPutAway) => {
      const wanted = new Set(ids);
      const marked = (one: SeriesChange): SeriesChange => ({ ...one, isPutAway });
      setChanges(changes.map((one) => (wanted.has(changeId(one)) ? marked(one) : one)));
    },
    restore: (some) => {
      if (some.length > 0) setChanges([...changes, ...some]);
    },
    changed,
    [Symbol.dispose]: () => owned.dispose(),
  };
}
