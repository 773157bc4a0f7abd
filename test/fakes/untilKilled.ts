import type { Files } from '#main/ports/files.ts';

/** The disk of an app that can be killed. */
interface KillableDisk {
  readonly files: Files;
  /** After so many more changes nothing is changed any more, and no change returns. */
  readonly killAfter: (changes: number) => void;
  readonly isKilled: () => boolean;
}

export function untilKilled(files: Files): KillableDisk {
  let left = Infinity;
  const change = <T>(work: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left < 0) return new Promise(() => undefined);
    return work();
  };
  return {
    files: {
      read: (path, atMost) => files.read(path, atMost),
      write: (path, content) => change(() => files.write(path, content)),
      writeIf: (path, content, mayReplace) => change(() => files.writeIf(path, content, mayReplace)),
      create: (path, content) => change(() => files.create(path, content)),
      sweep: (folder) => files.sweep(folder),
      stat: (path) => files.stat(path),
      realPath: (path) => files.realPath(path),
      makeFolder: (path) => files.makeFolder(path),
      append: (path, line) => change(() => files.append(path, line)),
      move: (from, to) => change(() => files.move(from, to)),
      remove: (path) => change(() => files.remove(path)),
      list: (folder) => files.list(folder),
      setAside: (path, mark) => change(() => files.setAside(path, mark)),
      watch: (folder, callback) => files.watch(folder, callback),
      watchFile: (path, callback) => files.watchFile(path, callback),
    },
    killAfter: (changes) => {
      left = changes;
    },
    isKilled: () => left < 0,
  };
}
