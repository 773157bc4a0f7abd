import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, '.cache/surface-test');

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a few lines, held against the types that scripts/check-surface.ts made. */
function check(name: string, source: string, settings: object): string {
  const project = join(folder, `${name}.json`);
  writeFileSync(join(folder, `${name}.ts`), source);
  writeFileSync(project, JSON.stringify({ ...settings, include: [`${name}.ts`] }));
  const script = join(root, 'scripts/check-surface.ts');
  const { stdout, stderr } = spawnSync('node', [script, project], { encoding: 'utf8' });
  return stdout + stderr;
}

test('the app may use what the host has, and what it lacks does not compile', () => {
  const said = check(
    'use',
    `import { app, BrowserWindow, clipboard, type IpcMainInvokeEvent } from 'electron';
     const window = new BrowserWindow({ width: 300 });
     app.on('window-all-closed', () => app.quit());
     window.webContents.on('will-navigate', (event) => event.preventDefault());
     export const url = (event: IpcMainInvokeEvent): string | undefined => event.senderFrame?.url;
     void clipboard.writeText('x');
     app.setJumpList([]);
     window.setVibrancy('menu');
     window.webContents.print();`,
    {
      extends: '../../packages/electron-host/tsconfig.app.json',
      compilerOptions: { paths: { electron: ['../host-types/electronOnHost.ts'] } },
      files: ['../host-types/electron.d.ts'],
    },
  );
  expect(said.match(/Property '\w+' does not exist/g)).toEqual([
    "Property 'setJumpList' does not exist",
    "Property 'setVibrancy' does not exist",
    "Property 'print' does not exist",
  ]);
});

test('a member of the host that Electron lacks, or has otherwise, does not compile', () => {
  const said = check(
    'drift',
    `import type { DriftOf, UnknownOf } from '../../packages/electron-host/src/surface.ts';
     interface Host { beep: () => void; openPath: (path: number) => Promise<string>; hoot: () => void }
     export const drift: DriftOf<Host, Electron.Shell> = 'nothing';
     export const unknown: UnknownOf<Host, Electron.Shell> = 'nothing';`,
    { extends: '../../packages/electron-host/tsconfig.json', compilerOptions: { rootDir: '../..' } },
  );
  expect(said).toContain(`Type '"nothing"' is not assignable to type '"openPath"'`);
  expect(said).toContain(`Type '"nothing"' is not assignable to type '"hoot"'`);
});
