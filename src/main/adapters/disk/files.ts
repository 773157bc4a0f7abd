import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { FileTooLarge, type Files } from '../../ports/files.ts';
import { createFile, replaceFile, sweepTemporary } from './atomicWrite.ts';
import { unlessMissing } from './fileErrors.ts';
import { watchFile } from './fileWatch.ts';
import { watchFolder } from './folderWatch.ts';
import { makeFolderOf } from './makeFolderOf.ts';

async function readWhole(path: string, atMost = Infinity): Promise<Uint8Array> {
  if (atMost !== Infinity) {
    const stats = await stat(path);
    // Devices and pipes report no size, and some never end.
    if (!stats.isFile() || stats.size > atMost) throw new FileTooLarge('It is too large.');
  }
  return await readFile(path);
}

async function realPathOf(path: string): Promise<string> {
  const real = await unlessMissing(realpath(path), null);
  const folder = dirname(path);
  return real ?? (folder === path ? path : join(await realPathOf(folder), basename(path)));
}

/** Files on the disk. @param root a folder that is not created; null for none */
export function createFiles(root: () => string | null = () => null): Files {
  return {
    within: createFiles,

    read: (path, atMost) => unlessMissing(readWhole(path, atMost), null),

    async write(path, content) {
      await replaceFile(path, content, null, root());
    },

    writeIf: (path, content, mayReplace) => replaceFile(path, content, mayReplace, root()),
    create: (path, content) => createFile(path, content, root()),
    sweep: (folder) => sweepTemporary(folder),

    async append(path, line) {
      await makeFolderOf(path, root());
      await using file = await open(path, 'a');
      await file.appendFile(`${line}\n`);
      await file.sync();
    },

    async move(from, to) {
      await makeFolderOf(to, root());
      // Only another spelling of the same name: file systems that ignore case find the file itself.
      const isOtherCase = from.toLowerCase() === to.toLowerCase();
      if (!isOtherCase && (await unlessMissing(stat(to), null)) !== null)
        throw new Error('The name is taken.');
      await rename(from, to);
    },

    remove: (path) => rm(path, { force: true }),

    async stat(path) {
      const stats = await unlessMissing(stat(path), null);
      if (stats === null) return null;
      const { size, mtimeMs, dev } = stats;
      return { size, modified: mtimeMs, disk: String(dev), isFolder: stats.isDirectory() };
    },

    realPath: realPathOf,

    async makeFolder(path) {
      await mkdir(path, { recursive: true });
    },

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

    watchFile,

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
