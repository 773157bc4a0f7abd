import { unwatchFile, watchFile } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { FileTooLarge, type Files } from '../../ports/files.ts';
import { watchFolder } from './folderWatch.ts';

/** Single files are polled: that works on network disks, for files that are replaced, and for folders that come and go. */
const pollMs = 1_000;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The value, or `instead` if the file or folder does not exist. */
async function unlessMissing<T>(work: Promise<T>, instead: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return instead;
    throw error;
  }
}

async function readWhole(path: string, atMost = Infinity): Promise<Uint8Array> {
  if (atMost !== Infinity) {
    const stats = await stat(path);
    // Devices and pipes report no size, and some never end.
    if (!stats.isFile() || stats.size > atMost) throw new FileTooLarge('It is too large.');
  }
  return await readFile(path);
}

/** Files on the disk. */
export function createFiles(): Files {
  return {
    read: (path, atMost) => unlessMissing<Uint8Array | null>(readWhole(path, atMost), null),

    async write(path, content) {
      await mkdir(dirname(path), { recursive: true });
      // A view on the same memory: copying a large feed would block.
      const bytes = (view: Uint8Array): Buffer => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
      await writeFileAtomic(path, typeof content === 'string' ? content : bytes(content), { fsync: true });
    },

    async append(path, line) {
      await mkdir(dirname(path), { recursive: true });
      await using file = await open(path, 'a');
      await file.appendFile(`${line}\n`);
      await file.sync();
    },

    async move(from, to) {
      await mkdir(dirname(to), { recursive: true });
      // Only another spelling of the same name: file systems that ignore case find the file itself.
      const isOtherCase = from.toLowerCase() === to.toLowerCase();
      if (!isOtherCase && (await unlessMissing(stat(to), null)) !== null)
        throw new Error('The name is taken.');
      await rename(from, to);
    },

    remove: (path) => rm(path, { force: true }),

    async list(folder) {
      const entries = await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }), []);
      const listed = entries
        .filter((entry) => entry.isFile())
        .map(async (entry) => {
          const path = join(entry.parentPath, entry.name);
          // The file may be deleted between readdir and stat.
          const stats = await unlessMissing(stat(path), null);
          return stats === null ? [] : [{ path, size: stats.size, modified: stats.mtimeMs }];
        });
      return (await Promise.all(listed)).flat();
    },

    async setAside(path, mark = 'damaged') {
      const ending = extname(path);
      const stem = ending === '' ? path : path.slice(0, -ending.length);
      const aside = await freeName(`${stem}.${mark}`, ending);
      await rename(path, aside);
      return aside;
    },

    watchFile(path, callback) {
      const listener = (): void => callback();
      watchFile(path, { interval: pollMs, persistent: false }, listener);
      return { [Symbol.dispose]: () => unwatchFile(path, listener) };
    },

    watch: watchFolder,
  };
}

/** The first of `config.damaged.json`, `config.damaged-2.json`, … that does not exist. */
async function freeName(stem: string, ending: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = `${stem}${count === 1 ? '' : `-${count}`}${ending}`;
    if ((await unlessMissing(stat(name), null)) === null) return name;
  }
}
