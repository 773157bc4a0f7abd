import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '#main/adapters/disk/folderWatch.ts';

/** Files and texts of a folder; null where there is no folder. */
async function contentOf(folder: string): Promise<Record<string, string> | null> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const entries = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** A folder of notes in a folder of its own, and what somebody knows of it who only looks when the watch calls. */
async function aFolder() {
  const parent = await mkdtemp(join(tmpdir(), 'office-hours-'));
  const notes = join(parent, 'notes');
  let known: Record<string, string> | null | undefined;
  const start = (): void => {
    const watch = watchFolder(notes, () => void contentOf(notes).then((content) => (known = content)), 30);
    onTestFinished(() => watch[Symbol.dispose]());
  };
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return { parent, notes, start, known: () => known };
}

test('a folder that is deleted and made again is watched again', async () => {
  const { notes, start, known } = await aFolder();
  await mkdir(notes);
  start();
  await writeFile(join(notes, 'one.md'), 'one');
  await expect.poll(known).toEqual({ 'one.md': 'one' });
  await rm(notes, { recursive: true });
  await expect.poll(known).toEqual(null);
  await mkdir(notes);
  await writeFile(join(notes, 'two.md'), 'two');
  await expect.poll(known).toEqual({ 'two.md': 'two' });
  // Only a watch of the new folder sees this: the folder itself stays as it is.
  await writeFile(join(notes, 'two.md'), 'two, changed');
  await expect.poll(known).toEqual({ 'two.md': 'two, changed' });
});

test('a folder replaced by another of its name, as when a disk is mounted, is watched', async () => {
  const { parent, notes, start, known } = await aFolder();
  await mkdir(notes);
  start();
  await writeFile(join(notes, 'one.md'), 'one');
  await expect.poll(known).toEqual({ 'one.md': 'one' });
  const [mountPoint, disk] = [join(parent, 'mount-point'), join(parent, 'disk')];
  await mkdir(mountPoint);
  await rename(notes, disk);
  await rename(mountPoint, notes);
  await expect.poll(known).toEqual({});
  await rm(notes, { recursive: true });
  await rename(disk, notes);
  await expect.poll(known).toEqual({ 'one.md': 'one' });
  await writeFile(join(notes, 'one.md'), 'one, changed');
  await expect.poll(known).toEqual({ 'one.md': 'one, changed' });
});

test('a folder that is missing is watched for, and not made', async () => {
  const { parent, notes, start, known } = await aFolder();
  await rm(parent, { recursive: true });
  await writeFile(parent, 'a file in its place');
  start();
  expect(await contentOf(notes)).toBeNull();
  await rm(parent);
  await mkdir(notes, { recursive: true });
  await writeFile(join(notes, 'one.md'), 'one');
  await expect.poll(known).toEqual({ 'one.md': 'one' });
  await writeFile(join(notes, 'one.md'), 'one, changed');
  await expect.poll(known).toEqual({ 'one.md': 'one, changed' });
});

test('files in folders that are new, also in new folders of those, are seen', async () => {
  const { notes } = await aFolder();
  await mkdir(join(notes, 'old'), { recursive: true });
  const seen = new Set<string>();
  let isUnknown = false;
  using watch = watchFolder(notes, (names) => {
    if (names === null) isUnknown = true;
    else for (const name of names) seen.add(name);
  });
  await expect
    .poll(async () => {
      await writeFile(join(notes, 'old', 'note.md'), 'text');
      return seen.has('old/note.md');
    })
    .toBe(true);
  isUnknown = false;
  await mkdir(join(notes, 'new', 'deep'), { recursive: true });
  await writeFile(join(notes, 'new', 'deep', 'first.md'), 'text');
  await expect.poll(() => isUnknown || seen.has('new/deep/first.md')).toBe(true);
  await expect
    .poll(async () => {
      await writeFile(join(notes, 'new', 'deep', 'second.md'), 'text');
      return seen.has('new/deep/second.md');
    })
    .toBe(true);
  expect(watch).toBeDefined();
});

test('a file that is written without a pause is seen while it is', async () => {
  const { notes } = await aFolder();
  await mkdir(notes, { recursive: true });
  let calls = 0;
  using watch = watchFolder(notes, () => (calls += 1));
  // Each pause is shorter than what ends a burst.
  await expect
    .poll(
      async () => {
        await writeFile(join(notes, 'log.md'), String(calls));
        return calls > 0;
      },
      { interval: 20 },
    )
    .toBe(true);
  expect(watch).toBeDefined();
});
