import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import { createNoteReader } from '#main/adapters/threads/noteReader.ts';
import { createNoteThread } from '#main/adapters/threads/noteThread.ts';
import type { FoundNotes, NoteReader } from '#main/ports/noteReader.ts';

const script = new URL('../../../src/main/adapters/threads/noteWorker.ts', import.meta.url);

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'notes-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'Templates'));
  await writeFile(join(folder, 'a.md'), '---\ntitle: A\n---\n\n- [ ] one\n');
  await writeFile(join(folder, 'Templates', 'Mine.md'), '# {{title}}\n');
  await writeFile(join(folder, '.hidden.md'), 'x');
  await writeFile(join(folder, 'latin.md'), Buffer.from([0xff, 0xfe, 0x41]));
  return folder;
}

/** What a scan finds: titles and what is gone. */
async function scan(reader: NoteReader, folder: string): Promise<readonly string[]> {
  const parts: FoundNotes[] = [];
  await reader.scan(folder, (found) => parts.push(found));
  const changed = parts.flatMap((found) => found.changed);
  const gone = parts.flatMap((found) => found.gone);
  return [
    ...changed.map(({ summary, actions }) => `${summary.title} ${actions.length}`),
    ...gone.map((path) => `gone ${path}`),
  ];
}

const readers: Readonly<Record<string, () => NoteReader>> = {
  'a thread': () => createNoteThread(script, createFiles(), () => undefined),
  'this thread': () => createNoteReader(createFiles()),
  'this thread, as none could start': () =>
    createNoteThread(new URL('nowhere.ts', import.meta.url), createFiles(), () => undefined),
};

test.for(Object.entries(readers))(
  'in %s a folder is read, then only what changed',
  async ([name, create]) => {
    const folder = await aFolder();
    await using reader = create();
    if (name.includes('none')) await scan(reader, folder).catch(() => undefined);
    expect(await scan(reader, folder)).toEqual(['A 1']);
    expect(await scan(reader, folder)).toEqual([]);
    await writeFile(join(folder, 'b.md'), '# B\n');
    expect(await scan(reader, folder)).toEqual(['B 0']);
    await rm(join(folder, 'a.md'));
    expect(await scan(reader, folder)).toEqual(['gone a.md']);
  },
);

test('a look reads the files that it is asked for, and no others', async () => {
  const folder = await aFolder();
  await using reader = createNoteReader(createFiles());
  await scan(reader, folder);
  await writeFile(join(folder, 'b.md'), '# B\n');
  await writeFile(join(folder, 'c.md'), '# C\n');
  const found = await reader.look(folder, ['b.md', 'a.md', 'missing.md', '.hidden.md', 'Templates/Mine.md']);
  expect(found.changed.map(({ summary }) => summary.path)).toEqual(['b.md']);
  expect(found.gone).not.toContain('a.md');
});

test('a file that is no text any more is gone from the list', async () => {
  const folder = await aFolder();
  await using reader = createNoteReader(createFiles());
  await scan(reader, folder);
  await writeFile(join(folder, 'a.md'), Buffer.from([0xff, 0xfe, 0x41, 0x42]));
  expect(await scan(reader, folder)).toEqual(['gone a.md']);
});
