import { createHash, randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { DAY } from '#base';
import { codeOf, unlessMissing } from './fileErrors.ts';
import { makeFolderOf } from './makeFolderOf.ts';
import { renameOver } from './renameOver.ts';

/** What names this computer in temporary files; short and not readable. */
const COMPUTER = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/**
 * A hidden name that no other program uses: `.office-hours-<computer>-<process>-<random>.tmp`. It does not grow with the
 * name of the file, which may be as long as the file system allows.
 */
const temporaryName = (): string =>
  `.office-hours-${COMPUTER}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;

const TEMPORARY = /^\.office-hours-(?<computer>[0-9a-f]{8})-(?<writer>\d{1,10})-[0-9a-f]{12}\.tmp$/;

/** Writes of one file run in the order of their calls. */
const running = new Map<string, Promise<unknown>>();

function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(path) ?? Promise.resolve();
  const run = before.then(work, work);
  running.set(path, run);
  const forget = (): void => {
    if (running.get(path) === run) running.delete(path);
  };
  run.then(forget, forget);
  return run;
}

/** Writes and flushes a temporary file beside the target. @param before the file that it will replace */
async function writeBeside(
  target: string,
  content: string | Uint8Array,
  before: Stats | null,
): Promise<string> {
  const temporary = join(dirname(target), temporaryName());
  const file = await open(temporary, 'wx', before === null ? 0o666 : before.mode & 0o777);
  try {
    await file.writeFile(content);
    if (before !== null) {
      // The mode of `open` is limited by the umask. Only root may give a file away.
      await file.chmod(before.mode & 0o777);
      await file.chown(before.uid, before.gid).catch(() => undefined);
    }
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  return temporary;
}

async function removed<T>(temporary: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    // After a rename there is none.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/**
 * Replaces a file at once: a kill leaves the old text or the new one. A symbolic link stays one. Creates missing folders.
 * @param mayReplace is asked immediately before; if it refuses, nothing is written. With it, a program that writes the
 * file at the same time keeps its text, too
 * @param root a folder that is not created
 * @returns whether it was written
 */
export function replaceFile(
  path: string,
  content: string | Uint8Array,
  mayReplace: (() => Promise<boolean>) | null = null,
  root: string | null = null,
): Promise<boolean> {
  return inTurn(path, async () => {
    await makeFolderOf(path, root);
    const target = await unlessMissing(realpath(path), path);
    const before = await unlessMissing(stat(target), null);
    const temporary = await writeBeside(target, content, before);
    return removed(temporary, async () => {
      if (mayReplace !== null)
        return renameOver(temporary, target, mayReplace, async (text) =>
          rename(await writeBeside(target, text, before), target),
        );
      await rename(temporary, target);
      return true;
    });
  });
}

/** File systems without hard links: FAT, and some network disks. */
const WITHOUT_LINKS = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
  'EACCES',
  'EXDEV',
]);

/**
 * Creates a file unless one of its name exists; the disk decides what the same name is. Creates missing folders.
 * @param root a folder that is not created
 * @returns whether it was created
 */
export function createFile(
  path: string,
  content: string | Uint8Array,
  root: string | null = null,
): Promise<boolean> {
  return inTurn(path, async () => {
    await makeFolderOf(path, root);
    const temporary = await writeBeside(path, content, null);
    return removed(temporary, async () => {
      try {
        // A rename would replace a file; a second name for the same file cannot.
        await link(temporary, path);
        return true;
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        if (!WITHOUT_LINKS.has(codeOf(error) ?? '')) throw error;
        if ((await unlessMissing(stat(path), null)) !== null) return false;
        await rename(temporary, path);
        return true;
      }
    });
  });
}

/** Whether another process of this computer, or this one since it started, may be writing the file. */
function isWriting(writer: number, modified: number): boolean {
  if (writer === process.pid) return modified >= Date.now() - process.uptime() * 1_000;
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Removes the temporary files in a folder, not below it, that killed writes left: those of this computer whose process
 * has ended, and those of other computers that are a day old. Never throws.
 */
export async function sweepTemporary(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const { computer, writer } = TEMPORARY.exec(name)?.groups ?? {};
    if (computer === undefined) continue;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (stats?.isFile() !== true) continue;
    const isLeft =
      computer === COMPUTER ? !isWriting(Number(writer), stats.mtimeMs) : now - stats.mtimeMs > DAY;
    if (isLeft) await rm(path, { force: true }).catch(() => undefined);
  }
}
