import { mkdirSync, unwatchFile, watch, watchFile, type BigIntStats, type FSWatcher } from 'node:fs';

/** Debounce: editors and sync programs write in bursts, and a burst is one call. */
const quietMs = 150;
/** Poll interval of the folder itself; a poll is one stat. */
const defaultPollMs = 1_000;
/** Poll interval of its files while the system cannot watch them: no inotify watches are left, or the disk has none. */
const searchMs = 10_000;

/** Changes when the folder is created again or another disk is mounted there. */
const identityOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => `${dev} ${ino} ${birthtimeNs}`;

/**
 * Calls when something below a folder changed; creates the folder if it is missing, where possible. The system's watch
 * ends silently when the folder is deleted or its disk is unplugged, so the folder is polled as well, and watched again
 * once it exists.
 */
export function watchFolder(folder: string, callback: () => void, pollMs = defaultPollMs): Disposable {
  let watcher: FSWatcher | undefined;
  let burst: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(burst);
    burst = setTimeout(callback, quietMs);
  };
  const stop = (): void => {
    watcher?.close();
    watcher = undefined;
  };
  const listen = (): void => {
    stop();
    try {
      watcher = watch(folder, { recursive: true }, changed);
      watcher.on('error', () => {
        stop();
        changed();
      });
    } catch {
      // The folder is gone, or the system has no more watches: the polls below retry.
    }
  };
  const look = (now: BigIntStats, before: BigIntStats): void => {
    if (identityOf(now) === identityOf(before)) return;
    listen();
    changed();
  };

  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // Its disk may be mounted later.
  }
  listen();
  watchFile(folder, { bigint: true, interval: pollMs, persistent: false }, look);
  const search = setInterval(() => {
    if (watcher !== undefined) return;
    listen();
    changed();
  }, searchMs).unref();
  return {
    [Symbol.dispose]() {
      clearTimeout(burst);
      clearInterval(search);
      unwatchFile(folder, look);
      stop();
    },
  };
}
