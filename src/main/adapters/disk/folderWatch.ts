import { mkdirSync, unwatchFile, watch, watchFile, type BigIntStats, type FSWatcher } from 'node:fs';

/** Editors and sync programs write in bursts; one call answers a burst. */
const quietMs = 150;
/** So often the folder itself is looked at: this costs one question about it. */
const usualLookMs = 1_000;
/** So often its files are looked at while the system reports no changes: no watches are left, or the disk has none. */
const searchMs = 10_000;

/** Differs for a folder that was made again, and for the disk that is mounted there. */
const identityOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => `${dev} ${ino} ${birthtimeNs}`;

/**
 * Calls when something below a folder changed; makes the folder where it is missing and can be made. A watch of the
 * system ends without a word when its folder is deleted or its disk unplugged, so the folder is looked at as well, and
 * watched anew once there is one of its name.
 */
export function watchFolder(folder: string, callback: () => void, lookMs = usualLookMs): Disposable {
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
      // It is gone, or the system watches no more folders: both are seen again below.
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
    // Its disk may come later.
  }
  listen();
  watchFile(folder, { bigint: true, interval: lookMs, persistent: false }, look);
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
