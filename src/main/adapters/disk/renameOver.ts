import type { BigIntStats } from 'node:fs';
import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { unlessMissing } from './fileErrors.ts';

/** A program that writes in place empties the file first; its text is whole once nothing changes for so long. */
const QUIET_MS = 50;
const MOST_LOOKS = 40;

const isSame = (one: BigIntStats, other: BigIntStats): boolean =>
  one.ino === other.ino && one.mtimeNs === other.mtimeNs && one.size === other.size;

async function textOf(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
  return buffer.subarray(0, bytesRead);
}

/** The content of an open file, once no program has changed it for a moment. */
async function settledText(file: FileHandle): Promise<Buffer> {
  for (let looks = 0, last = await file.stat({ bigint: true }); looks < MOST_LOOKS; looks += 1) {
    await delay(QUIET_MS);
    const now = await file.stat({ bigint: true });
    if (isSame(last, now)) break;
    last = now;
  }
  return textOf(file);
}

/** What another program wrote into a file since; null if nothing, or if its disk cannot tell. */
async function writtenSince(file: FileHandle, before: BigIntStats, text: Buffer): Promise<Buffer | null> {
  try {
    if (isSame(before, await file.stat({ bigint: true }))) return null;
    const now = await settledText(file);
    return now.equals(text) ? null : now;
  } catch {
    return null;
  }
}

/**
 * Renames a new file over another one unless that has changed. A program that writes in place in the moment of the rename
 * would write into the file that is gone: its text is put back.
 * @param mayReplace reads the file
 * @param putBack writes a text at the place
 * @returns whether the new file is there
 */
export async function renameOver(
  temporary: string,
  target: string,
  mayReplace: () => Promise<boolean>,
  putBack: (text: Uint8Array) => Promise<void>,
): Promise<boolean> {
  // Windows renames over no open file.
  const opening = process.platform === 'win32' ? Promise.resolve(null) : open(target, 'r');
  await using there = await unlessMissing(opening, null);
  const before = (await there?.stat({ bigint: true })) ?? null;
  const text = there === null ? null : await textOf(there);
  if (!(await mayReplace())) return false;
  if (there === null || before === null || text === null) {
    await rename(temporary, target);
    return true;
  }
  // Facts are quicker than the text, but some disks change them without a reason.
  const now = await unlessMissing(stat(target, { bigint: true }), null);
  if ((now === null || !isSame(before, now)) && !(await mayReplace())) return false;
  await rename(temporary, target);
  const written = await writtenSince(there, before, text);
  if (written === null) return true;
  await putBack(written);
  return false;
}
