import { isBuiltIn, type Feed } from '#core/feeds/feed.ts';
import type { Files } from '../ports/files.ts';
import { isWeb } from './fetchFeed.ts';
import { isEncrypted } from './encryptedAddress.ts';

/** Watches the feeds that are files of this computer. */
export interface FeedFiles extends Disposable {
  follow(feeds: readonly Feed[]): void;
}

const isFile = (feed: Feed): boolean =>
  !isBuiltIn(feed) && !isWeb(feed.address) && !isEncrypted(feed.address);

/** @param changed told the id of a feed whose file appeared, changed or went away */
export function watchFeedFiles(
  files: Pick<Files, 'watchFile'>,
  changed: (id: string) => void,
  log: (line: string) => void,
): FeedFiles {
  const watched = new Map<string, Disposable>();
  return {
    follow: (feeds) => {
      const wanted = new Map(feeds.filter(isFile).map((feed) => [feed.id, feed]));
      for (const [id, watch] of watched) {
        if (wanted.has(id)) continue;
        watch[Symbol.dispose]();
        watched.delete(id);
      }
      for (const [id, { address }] of wanted) {
        if (watched.has(id)) continue;
        try {
          watched.set(
            id,
            files.watchFile(address, () => changed(id)),
          );
        } catch {
          log(`feed ${id}: its file cannot be watched; it is read every quarter of an hour`);
        }
      }
    },
    [Symbol.dispose]: () => {
      for (const watch of watched.values()) watch[Symbol.dispose]();
      watched.clear();
    },
  };
}
