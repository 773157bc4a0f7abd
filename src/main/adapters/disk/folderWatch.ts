import { readdir } from 'node:fs/promises';
import { codeOf } from './fileErrors.ts';
import { extname, join, sep } from 'node:path';
import { unwatchFile, watch, watchFile, type BigIntStats, type FSWatcher } from 'node:fs';

/** Debounce: editors and sync programs write in bursts, and a burst is one call. */
const quietMs = 150;
/** A program that writes without a pause delays the call no longer. */
const longestBurstMs = 1_000;
/** Poll interval of the folder itself; each poll wakes the process twice. */
const defaultPollMs = 5_000;
/** Poll interval of its files while the system cannot watch them: no inotify watches are left, or the disk has none. */
const searchMs = 10_000;

/** Changes when the folder is created again or another disk is mounted there. */
const identityOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => `${dev} ${ino} ${birthtimeNs}`;

interface Watching {
  close(): void;
}

const isLinux = process.platform === 'linux';

/** The system watches a folder with all that is below it. @param lost the watch has ended */
function watchTree(folder: string, changed: (name: string | null) => void, lost: () => void): Watching {
  const watcher = watch(folder, { recursive: true }, (_event, name) => changed(name));
  watcher.on('error', lost);
  return watcher;
}

/**
 * Linux watches no trees. Node's own `recursive` there reads the tree synchronously and watches each file, half a second
 * of the thread for ten thousand; a folder's watch reports its files as well, so only folders are watched here.
 */
function watchEachFolder(root: string, changed: (name: string | null) => void, lost: () => void): Watching {
  const watchers = new Map<string, FSWatcher>();
  let isClosed = false;
  const forget = (path: string): void => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };

  /** @param path in the root; empty for the root itself */
  function follow(path: string): void {
    const watcher = watch(join(root, path), (_event, name) => {
      const changedPath = name === null ? null : join(path, name);
      changed(changedPath);
      // It may be a new folder.
      if (changedPath !== null && extname(changedPath) === '') void followBelow(changedPath, true);
    });
    watcher.on('error', () => (path === '' ? lost() : forget(path)));
    watchers.set(path, watcher);
  }

  /** Watches a folder and those below it; ignores a file. */
  async function followBelow(path: string, isNew: boolean): Promise<void> {
    try {
      // Before it is read: what comes into it in between is seen by one or the other.
      if (!watchers.has(path)) follow(path);
    } catch (error) {
      // It is gone again. If no watches are left, the polls of the whole folder have to do.
      if (codeOf(error) !== 'ENOENT') lost();
      return;
    }
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
    if (isClosed) return;
    if (entries === null) {
      forget(path);
      return;
    }
    if (isNew && entries.length > 0) changed(null);
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.'))
        await followBelow(join(path, entry.name), isNew);
  }

  follow('');
  void followBelow('', false);
  return {
    close: () => {
      isClosed = true;
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/**
 * Calls when something below a folder changed, with the paths in it; null if they are unknown. The system's watch ends
 * silently when the folder is deleted or its disk is unplugged, so the folder is polled as well, and watched again once
 * it exists.
 */
export function watchFolder(
  folder: string,
  callback: (names: readonly string[] | null) => void,
  pollMs = defaultPollMs,
): Disposable {
  let watcher: Watching | undefined;
  let burst: NodeJS.Timeout | undefined;
  let burstBegan: number | undefined;
  let names: Set<string> | null = new Set();
  const changed = (name: string | null): void => {
    if (name === null) names = null;
    else names?.add(name.split(sep).join('/'));
    burstBegan ??= performance.now();
    if (burst !== undefined && performance.now() - burstBegan >= longestBurstMs) return;
    clearTimeout(burst);
    burst = setTimeout(() => {
      burst = undefined;
      burstBegan = undefined;
      const seen = names;
      names = new Set();
      callback(seen === null ? null : [...seen]);
    }, quietMs);
  };
  const stop = (): void => {
    watcher?.close();
    watcher = undefined;
  };
  const listen = (): void => {
    stop();
    const lost = (): void => {
      stop();
      changed(null);
    };
    try {
      watcher = isLinux ? watchEachFolder(folder, changed, lost) : watchTree(folder, changed, lost);
    } catch {
      // The folder is gone, or the system has no more watches: the polls below retry.
    }
  };
  const look = (now: BigIntStats, before: BigIntStats): void => {
    if (identityOf(now) === identityOf(before)) return;
    listen();
    changed(null);
  };

  listen();
  watchFile(folder, { bigint: true, interval: pollMs, persistent: false }, look);
  const search = setInterval(() => {
    if (watcher !== undefined) return;
    listen();
    changed(null);
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
