import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import { openNoteCache } from '#main/adapters/threads/noteCache.ts';
import { createNoteReader } from '#main/adapters/threads/noteReader.ts';
import { createNoteThread } from '#main/adapters/threads/noteThread.ts';
import type { IndexedNote } from '#core/notes/indexNote.ts';
import type { Files } from '#main/ports/files.ts';

/** A folder with three files, one of which is no text, and a place for the cache. */
async function setup() {
  const root = await mkdtemp(join(tmpdir(), 'note-cache-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'notes');
  const files = createFiles();
  await files.makeFolder(folder);
  const write = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);
  await write('a.md', '# A\n\n- [ ] one\n\n## Decisions\n\n- Ship\n');
  await write('b.md', '# B\n');
  await write('latin.md', new Uint8Array([0xff, 0xfe, 0x41]));
  const cache = { path: join(root, 'app', 'notes-index.db'), version: '1' };
  /** A run of the app: what it lists, and what it reads for that. */
  const run = async (version = '1', of = folder) => {
    const read: string[] = [];
    const watched: Files = {
      ...files,
      read: (path, most) => {
        read.push(path.slice(of.length + 1));
        return files.read(path, most);
      },
    };
    await using reader = createNoteReader(watched, openNoteCache({ ...cache, version }));
    const notes: IndexedNote[] = [];
    await reader.scan(of, ({ changed }) => notes.push(...changed));
    return { read: read.sort(), notes: notes.sort((a, b) => (a.summary.path < b.summary.path ? -1 : 1)) };
  };
  return { root, folder, write, run, cache };
}

test('a later run reads no file that is as it was, and lists the same', async () => {
  const { run } = await setup();
  const first = await run();
  expect(first.read).toEqual(['a.md', 'b.md', 'latin.md']);
  expect(await run()).toEqual({ read: [], notes: first.notes });
});

test('a file that changed, came or went meanwhile is noticed', async () => {
  const { run, write, folder } = await setup();
  await run();
  await write('a.md', '# Another title\n');
  await write('c.md', '# C\n');
  await rm(join(folder, 'b.md'));
  const { read, notes } = await run();
  expect(read).toEqual(['a.md', 'c.md']);
  expect(notes.map(({ summary }) => summary.title)).toEqual(['Another title', 'C']);
  expect((await run()).read).toEqual([]);
});

test('a file of the same size with another time is read', async () => {
  const { run, write, folder } = await setup();
  await run();
  await write('b.md', '# X\n');
  await utimes(join(folder, 'b.md'), 1, 1);
  expect((await run()).read).toEqual(['b.md']);
});

test('another folder, and another version of the app, read everything', async () => {
  const { run, root } = await setup();
  await run();
  const other = join(root, 'other');
  await createFiles().makeFolder(other);
  await writeFile(join(other, 'a.md'), '# Other A\n');
  expect((await run('1', other)).notes.map(({ summary }) => summary.title)).toEqual(['Other A']);
  expect((await run()).read).toHaveLength(3);
  expect((await run('2')).read).toHaveLength(3);
});

test.for(['no database at all', ''])('a damaged cache (“%s”) is built anew', async (content) => {
  const { run, cache } = await setup();
  const first = await run();
  await rm(`${cache.path}-wal`, { force: true });
  await writeFile(cache.path, content);
  expect(await run()).toEqual(first);
  expect((await run()).read).toEqual([]);
});

test('a damaged row is read from its file', async () => {
  const { run, cache } = await setup();
  const first = await run();
  const database = new DatabaseSync(cache.path);
  database.exec("update notes set note = replace(note, 'Ship', 'Shop') where path = 'a.md'");
  database.close();
  expect(await run()).toEqual({ read: ['a.md'], notes: first.notes });
});

test('a cache that cannot be stored costs nothing but time', async () => {
  const { run, root, cache } = await setup();
  await writeFile(join(root, 'app'), 'a file where the folder should be');
  expect((await run()).read).toHaveLength(3);
  expect((await run()).read).toHaveLength(3);
  expect(await readFile(join(root, 'app'), 'utf8')).toBe('a file where the folder should be');
  expect(await readdir(root)).not.toContain(cache.path);
});

test('the thread keeps the index, too', async () => {
  const { run, folder, cache } = await setup();
  const script = new URL('../../../src/main/adapters/threads/noteWorker.ts', import.meta.url);
  const thread = createNoteThread(script, createFiles(), () => undefined, cache);
  await thread.scan(folder, () => undefined);
  await thread[Symbol.asyncDispose]();
  expect((await run()).read).toEqual([]);
});
