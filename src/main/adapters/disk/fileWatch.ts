import { unwatchFile, watch, watchFile as pollFile, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Programs write in several steps, and a half-written file is not worth reading. */
const QUIET_MS = 150;
/** For disks without a watch, such as another computer's: one question of the disk each time. */
const POLL_MS = 10_000;

/**
 * Calls when a file was written, replaced, created or deleted. The system watches its folder, so nothing wakes the app
 * meanwhile; a slow poll sees what no watch does. Does not keep the process running.
 * @param path absolute
 */
export function watchFile(path: string, callback: () => void): Disposable {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(callback, QUIET_MS).unref();
  };
  const stop = (): void => {
    watcher?.close();
    watcher = undefined;
  };
  const listen = (): void => {
    try {
      watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
        if (name === null || name === basename(path)) changed();
      });
      watcher.on('error', stop);
    } catch {
      // There is no such folder yet, or the system has no watches left.
    }
  };
  const poll = (): void => {
    changed();
    // The folder may have been created, or replaced.
    stop();
    listen();
  };

  listen();
  pollFile(path, { interval: POLL_MS, persistent: false }, poll);
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      unwatchFile(path, poll);
      stop();
    },
  };
}
