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
  const killable = (disk: Files): Files => ({
    within: (root) => killable(disk.within(root)),
    read: (path, atMost) => disk.read(path, atMost),
    write: (path, content) => change(() => disk.write(path, content)),
    writeIf: (path, content, mayReplace) => change(() => disk.writeIf(path, content, mayReplace)),
    create: (path, content) => change(() => disk.create(path, content)),
    sweep: (folder) => disk.sweep(folder),
    stat: (path) => disk.stat(path),
    realPath: (path) => disk.realPath(path),
    makeFolder: (path) => disk.makeFolder(path),
    append: (path, line) => change(() => disk.append(path, line)),
    move: (from, to) => change(() => disk.move(from, to)),
    remove: (path) => change(() => disk.remove(path)),
    list: (folder) => disk.list(folder),
    setAside: (path, mark) => change(() => disk.setAside(path, mark)),
    watch: (folder, callback) => disk.watch(folder, callback),
    watchFile: (path, callback) => disk.watchFile(path, callback),
  });
  return {
    files: killable(files),
    killAfter: (changes) => {
      left = changes;
    },
    isKilled: () => left < 0,
  };
}
