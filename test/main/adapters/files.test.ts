import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import { FileTooLarge } from '#main/ports/files.ts';

const files = createFiles();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-hours-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a written file can be read, below folders that did not exist', async () => {
  const path = join(folder, 'a/b/note.md');
  await files.write(path, 'Grüße');
  await files.write(path, 'Guten Morgen');
  expect(Buffer.from((await files.read(path)) ?? []).toString()).toBe('Guten Morgen');
  expect(await readdir(join(folder, 'a/b'))).toEqual(['note.md']);
});

test('a root that went away is not created by writing below it, its folders are', async () => {
  const root = join(folder, 'notes');
  const notes = files.within(() => root);
  const path = join(root, 'attachments/deep/image.png');
  const move = async (): Promise<void> => notes.move(join(folder, 'other.md'), join(root, 'moved.md'));
  await writeFile(join(folder, 'other.md'), 'other');
  const acts: readonly (() => Promise<unknown>)[] = [
    () => notes.write(path, 'a'),
    () => notes.write(join(root, 'note.md'), 'a'),
    () => notes.writeIf(path, 'a', () => Promise.resolve(true)),
    () => notes.create(path, 'a'),
    () => notes.append(path, 'a'),
    move,
  ];
  for (const act of acts) await expect(act()).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual(['other.md']);
  await mkdir(root);
  await notes.write(path, 'a');
  await notes.write(path, 'b');
  await notes.write(join(folder, 'elsewhere/export.md'), 'outside');
  expect(await readFile(path, 'utf8')).toBe('b');
  expect(await readdir(folder)).toEqual(['elsewhere', 'notes', 'other.md']);
});

test('a file that is not there is null, and deleting it is no failure', async () => {
  const path = join(folder, 'missing/note.md');
  expect(await files.read(path)).toBeNull();
  await files.remove(path);
});

test('a file is renamed into a new folder, and never over another one', async () => {
  const [from, to] = [join(folder, 'a.md'), join(folder, 'new/b.md')];
  await files.write(from, 'one');
  await files.move(from, to);
  expect(Buffer.from((await files.read(to)) ?? []).toString()).toBe('one');
  await files.write(from, 'two');
  await expect(files.move(from, to)).rejects.toThrow('The name is taken.');
  expect(Buffer.from((await files.read(from)) ?? []).toString()).toBe('two');
  await files.move(from, join(folder, 'A.md'));
  expect(await readdir(folder)).toEqual(['A.md', 'new']);
});

test('what the disk says besides is thrown', async () => {
  await expect(files.read(folder)).rejects.toThrow('EISDIR');
});

test('a file above the limit is not read, nor is a device without end', async () => {
  const path = join(folder, 'large.ics');
  await writeFile(path, 'x'.repeat(100));
  expect((await files.read(path, 100))?.byteLength).toBe(100);
  await expect(files.read(path, 99)).rejects.toThrow(FileTooLarge);
  await expect(files.read(folder, 99)).rejects.toThrow(FileTooLarge);
  expect(await files.read(join(folder, 'missing'), 99)).toBeNull();
});

test.skipIf(process.platform === 'win32')('a device is no file', async () => {
  await expect(files.read('/dev/zero', 100)).rejects.toThrow(FileTooLarge);
});

test('lines are added at the end', async () => {
  const path = join(folder, 'ledger/reminders.jsonl');
  await files.append(path, '{"a":1}');
  await files.append(path, '{"b":2}');
  expect(await readFile(path, 'utf8')).toBe('{"a":1}\n{"b":2}\n');
});

test('files are listed at any depth; a folder that is not there has none', async () => {
  await files.write(join(folder, 'one.md'), '1');
  await files.write(join(folder, 'deep/er/two.md'), '22');
  const listed = await files.list(folder);
  expect(new Map(listed.map(({ path, size }) => [path, size]))).toEqual(
    new Map([
      [join(folder, 'deep/er/two.md'), 2],
      [join(folder, 'one.md'), 1],
    ]),
  );
  expect(await files.list(join(folder, 'missing'))).toEqual([]);
});

test('a damaged file is set aside under a new name each time', async () => {
  const path = join(folder, 'cache.json');
  const names: string[] = [];
  for (const content of ['first', 'second']) {
    await writeFile(path, content);
    names.push(await files.setAside(path));
  }
  expect(names).toEqual([join(folder, 'cache.damaged.json'), join(folder, 'cache.damaged-2.json')]);
  expect(await readFile(names[0] ?? '', 'utf8')).toBe('first');
  expect(await files.read(path)).toBeNull();
});

test('a file that is set aside for another reason has that in its name', async () => {
  const path = join(folder, 'private.json');
  await writeFile(path, 'kept');
  expect(await files.setAside(path, 'left-2026-11-20')).toBe(join(folder, 'private.left-2026-11-20.json'));
});

test('a change below a watched folder is reported with its name, also if the folder was missing', async () => {
  const watched = join(folder, 'notes');
  let told: readonly string[] | null = [];
  using watch = files.watch(watched, (names) => {
    told = names;
  });
  await files.makeFolder(watched);
  // Usually after 5 s. If the first poll came after the folder, none sees a difference: then after 10 s.
  await expect.poll(() => told, { timeout: 60_000 }).toBeNull();
  await writeFile(join(watched, 'note.md'), 'from another editor');
  await expect.poll(() => told, { timeout: 60_000 }).toEqual(['note.md']);
  expect(watch).toBeDefined();
});

test('the real path follows links, also to what does not exist yet', async () => {
  await mkdir(join(folder, 'elsewhere'));
  await symlink(join(folder, 'elsewhere'), join(folder, 'link'));
  const real = await realpath(folder);
  expect(await files.realPath(join(folder, 'link/new/a.png'))).toBe(join(real, 'elsewhere/new/a.png'));
  expect(await files.realPath(join(folder, 'a.png'))).toBe(join(real, 'a.png'));
});
