import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import type { Note } from '#core/notes/note.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** Mounting needs root. */
const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), 'mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
})();

/** A disk of one megabyte that can be unplugged: it is mounted a second time where the app sees it. */
function aDisk() {
  const root = mkdtempSync(join(tmpdir(), 'disk-'));
  const [disk, seen] = [join(root, 'disk'), join(root, 'seen')];
  const mount = (...args: string[]): void => void execFileSync('mount', args, { stdio: 'ignore' });
  mkdirSync(disk);
  mkdirSync(seen);
  mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk);
  const plugIn = (): void => mount('--bind', disk, seen);
  const unplug = (): void => void execFileSync('umount', ['-l', seen], { stdio: 'ignore' });
  plugIn();
  onTestFinished(() => {
    execFileSync('sh', ['-c', `umount -l '${seen}' 2>/dev/null; umount -l '${disk}'`]);
    rmSync(root, { recursive: true, force: true });
  });
  return { root, disk, seen, plugIn, unplug, remount: (how: string) => mount('-o', `remount,${how}`, disk) };
}

/** An app with its notes on such a disk, and the only note there. */
async function start(): Promise<{
  computer: Computer;
  app: RunningApp;
  disk: ReturnType<typeof aDisk>;
  note: Note;
}> {
  const disk = aDisk();
  writeFileSync(join(disk.disk, 'a.md'), '# A\n\nfirst\n');
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.files = createFiles();
  computer.folders = { ...computer.folders, userData: join(disk.root, 'user') };
  const catalogue = join(disk.root, 'catalogue');
  mkdirSync(catalogue);
  writeFileSync(join(catalogue, 'kubernetes.json'), computer.emptyCatalogue);
  computer.folders = { ...computer.folders, catalogueFolder: catalogue };
  computer.store.write('settings', { isWelcomeDone: true, notesFolder: disk.seen });
  const app = await computer.start();
  onTestFinished(() => app[Symbol.asyncDispose]());
  const opened = await app.window.ask('notes:read', 'a.md');
  if (!opened.ok) throw new Error(opened.problem.code);
  return { computer, app, disk, note: opened.value };
}

const titles = async (app: RunningApp): Promise<string[]> =>
  (await app.window.ask('app:problems')).map(({ title }) => title);

test.skipIf(!canMount)(
  'a full disk keeps the old text whole, and gets the new one when there is room',
  async () => {
    const { computer, app, disk, note } = await start();
    expect(() => writeFileSync(join(disk.disk, 'fill'), Buffer.alloc(4_000_000))).toThrow('ENOSPC');
    const body = `# A\n\n${'many words '.repeat(20_000)}\n`;
    expect(await app.window.ask('notes:save', { ...note, body })).toMatchObject({
      value: { outcome: 'kept' },
    });
    expect(await titles(app)).toEqual(['The disk of your notes is full']);
    expect(readFileSync(join(disk.disk, 'a.md'), 'utf8')).toBe('# A\n\nfirst\n');
    expect(readdirSync(disk.disk).sort()).toEqual(['a.md', 'fill']);
    rmSync(join(disk.disk, 'fill'));
    await computer.clock.advance(2_000);
    await expect.poll(() => readFileSync(join(disk.disk, 'a.md'), 'utf8')).toBe(body);
    await expect.poll(() => titles(app)).toEqual([]);
  },
);

test.skipIf(!canMount)('a disk that is write-protected is told, and written once it is not', async () => {
  const { computer, app, disk, note } = await start();
  // The binding has flags of its own.
  execFileSync('mount', ['-o', 'remount,bind,ro', disk.seen]);
  await app.window.ask('notes:save', { ...note, body: 'second\n' });
  expect(await titles(app)).toEqual(['Your notes folder cannot be written']);
  execFileSync('mount', ['-o', 'remount,bind,rw', disk.seen]);
  await computer.clock.advance(2_000);
  await expect.poll(() => readFileSync(join(disk.disk, 'a.md'), 'utf8')).toBe('second\n');
});

test.skipIf(!canMount)(
  'nothing is written into the place of an unplugged disk, and all of it when it is back',
  async () => {
    const { computer, app, disk, note } = await start();
    disk.unplug();
    expect(readdirSync(disk.seen)).toEqual([]);
    await app.window.ask('notes:save', { ...note, body: 'second\n' });
    expect(await titles(app)).toEqual(['Your notes folder is missing']);
    expect((await app.window.ask('notes:list')).map(({ path }) => path)).toEqual(['a.md']);
    expect(readdirSync(disk.seen)).toEqual([]);
    disk.plugIn();
    await computer.clock.advance(30_000);
    await expect.poll(() => readFileSync(join(disk.disk, 'a.md'), 'utf8')).toBe('second\n');
    await expect.poll(() => titles(app)).toEqual([]);
    // The watch sees the disk again.
    writeFileSync(join(disk.disk, 'b.md'), '# B\n');
    await expect
      .poll(async () => (await app.window.ask('notes:list')).map(({ path }) => path).sort(), {
        timeout: 30_000,
      })
      .toEqual(['a.md', 'b.md']);
  },
);
