import { spawnSync } from 'node:child_process';
import {
  chmod,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
  open,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFile, replaceFile, sweepTemporary } from '#main/adapters/disk/atomicWrite.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-hours-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const DAY = 24 * 3_600_000;

/** A temporary file as a killed write leaves it. @returns its path */
async function leftover(name: string, modified = Date.now() - 1_000): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, 'half a te');
  await utimes(path, modified / 1_000, modified / 1_000);
  return path;
}

/** The name of a temporary file of this computer, as the app writes it. */
async function nameOfTemporary(): Promise<string> {
  let name = '';
  await replaceFile(join(folder, 'note.md'), 'text', async () => {
    name = (await readdir(folder)).find((one) => one.endsWith('.tmp')) ?? '';
    return true;
  });
  return name;
}

test('writes of one file end in the order of their calls', async () => {
  const path = join(folder, 'note.md');
  await Promise.all(Array.from({ length: 20 }, (_, index) => replaceFile(path, `version ${index}`)));
  expect(await readFile(path, 'utf8')).toBe('version 19');
  expect(await readdir(folder)).toEqual(['note.md']);
});

test('a file that changed at the last moment is not replaced', async () => {
  const path = join(folder, 'note.md');
  await writeFile(path, 'before');
  const isWritten = await replaceFile(path, 'ours', async () => (await readFile(path, 'utf8')) === 'other');
  expect(isWritten).toBe(false);
  expect(await readFile(path, 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['note.md']);
});

test.skipIf(process.platform === 'win32')(
  'what another program writes in the moment of the rename is put back',
  async () => {
    const path = join(folder, 'note.md');
    await writeFile(path, 'before');
    // It has the file open, as programs do that write in place.
    await using other = await open(path, 'r+');
    let asked = 0;
    const isWritten = await replaceFile(path, 'ours', async () => {
      asked += 1;
      if (asked > 1) return (await readFile(path, 'utf8')) === 'before';
      await other.truncate();
      await other.write('theirs', 0);
      return true;
    });
    expect([isWritten, asked]).toEqual([false, 2]);
    expect(await readFile(path, 'utf8')).toBe('theirs');
    // Only the facts differ: it is replaced.
    const isTouched = await replaceFile(path, 'ours', async () => {
      await utimes(path, 1, 1);
      return true;
    });
    expect(isTouched).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('ours');
    expect(await readdir(folder)).toEqual(['note.md']);
  },
);

test.skipIf(process.platform === 'win32')(
  'what another program wrote without our noticing before the rename is there again after it',
  async () => {
    const path = join(folder, 'note.md');
    await writeFile(path, 'before');
    await using other = await open(path, 'r+');
    const isWritten = await replaceFile(path, 'ours', async () => {
      await other.truncate();
      await other.write('theirs', 0);
      return true;
    });
    expect(isWritten).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect(await readdir(folder)).toEqual(['note.md']);
  },
);

test.skipIf(process.platform === 'win32')(
  'a replaced file keeps its rights, and a link stays a link',
  async () => {
    const path = join(folder, 'note.md');
    await writeFile(path, 'before');
    await chmod(path, 0o640);
    const shortcut = join(folder, 'shortcut.md');
    await symlink(path, shortcut);
    await replaceFile(shortcut, 'after');
    expect(await readFile(path, 'utf8')).toBe('after');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readFile(shortcut, 'utf8')).toBe('after');
  },
);

test('a new file replaces none', async () => {
  const path = join(folder, 'note.md');
  expect(await createFile(path, 'first')).toBe(true);
  expect(await createFile(path, 'second')).toBe(false);
  expect(await readFile(path, 'utf8')).toBe('first');
  expect(await readdir(folder)).toEqual(['note.md']);
});

test('of many that create one name only one does', async () => {
  const path = join(folder, 'note.md');
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => createFile(path, `text ${index}`)),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
});

test('a name as long as the file system allows can be written', async () => {
  const path = join(folder, `${'n'.repeat(252)}.md`);
  await replaceFile(path, 'text');
  expect(await readFile(path, 'utf8')).toBe('text');
});

test('a failed write leaves nothing behind', async () => {
  await expect(replaceFile(folder, 'a folder in its place')).rejects.toThrow('EISDIR');
  await expect(createFile(join(folder, 'x'.repeat(300)), 'too long')).rejects.toThrow('ENAMETOOLONG');
  expect(await readdir(folder)).toEqual([]);
});

test('what a process left that has ended is swept; what runs, or is not ours, is kept', async () => {
  const name = await nameOfTemporary();
  expect(name).toMatch(/^\.office-hours-/);
  const by = (writer: number): string => name.replace(`-${process.pid}-`, `-${writer}-`);
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  await leftover(by(ended));
  await leftover(by(process.ppid));
  const foreign = name.replace(/-[0-9a-f]{8}-/, '-00000000-');
  await leftover(foreign);
  await leftover(foreign.replace('-00000000-', '-00000001-'), Date.now() - 2 * DAY);
  const theirs = ['note.md.1764460800', 'note.md.tmp', '.office-hours-try', '~note.md', `${by(ended)}.md`];
  for (const one of theirs) await leftover(one, Date.now() - 9 * DAY);
  await sweepTemporary(folder);
  expect(new Set(await readdir(folder))).toEqual(new Set(['note.md', by(process.ppid), foreign, ...theirs]));
});

test('what this process left before it started, under the number that it has now, is swept; its own writes are not', async () => {
  const name = await nameOfTemporary();
  await leftover(name, Date.now() - process.uptime() * 1_000 - 60_000);
  await leftover(name.replace(/[0-9a-f]{12}/, '0123456789ab'), Date.now() + 1_000);
  await sweepTemporary(folder);
  expect((await readdir(folder)).filter((one) => one.endsWith('.tmp'))).toEqual([
    name.replace(/[0-9a-f]{12}/, '0123456789ab'),
  ]);
});
