import type { Feed } from '#core/feeds/feed.ts';
import type { Files } from '../ports/files.ts';
import type { FeedSources } from './sources/feedSources.ts';

/** Watches the files of feeds that are files of this computer. */
export interface FileWatches extends Disposable {
  /** Watches the files of these feeds, and no others. */
  follow(feeds: readonly Feed[]): void;
}

/** @param changed called with the id of a feed after its file appeared, changed or went away */
export function createFileWatches(
  {
    files,
    sources,
    log,
  }: { files: Pick<Files, 'watchFile'>; sources: FeedSources; log: (line: string) => void },
  changed: (id: string) => void,
): FileWatches {
  const watches = new Map<string, Disposable>();
  return {
    follow: (feeds) => {
      const paths = new Map(
        feeds.flatMap(({ id, source }) => {
          const { watchedFile } = sources(source);
          return watchedFile === null ? [] : [[id, watchedFile] as const];
        }),
      );
      for (const [id, watch] of watches) {
        if (paths.has(id)) continue;
        watch[Symbol.dispose]();
        watches.delete(id);
      }
      for (const [id, path] of paths) {
        if (watches.has(id)) continue;
        try {
          watches.set(
            id,
            files.watchFile(path, () => changed(id)),
          );
        } catch {
          log(`feed ${id}: its file cannot be watched; it is read every quarter of an hour`);
        }
      }
    },
    [Symbol.dispose]: () => {
      for (const watch of watches.values()) watch[Symbol.dispose]();
      watches.clear();
    },
  };
}
