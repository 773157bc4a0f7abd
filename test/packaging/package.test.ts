import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { readFuses, writeStubRuntime } from './stubRuntime.ts';

const root = join(import.meta.dirname, '../..');
const installed = (name: string): string => join(root, 'node_modules/.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'office-hours-package-'));
const unpacked = join(folder, 'release/linux-unpacked');
const archive = join(unpacked, 'resources/app.asar');
let files: readonly string[] = [];

beforeAll(() => {
  if (!existsSync(join(root, 'out/main/main.js'))) {
    execFileSync(installed('electron-vite'), ['build', '--logLevel', 'error'], { cwd: root });
  }
  writeStubRuntime(join(folder, 'runtime'));
  execFileSync(
    installed('electron-builder'),
    [
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${join(folder, 'runtime')}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    { cwd: root, stdio: 'pipe' },
  );
  files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const topLevel = (): string[] => [...new Set(files.map((path) => path.split('/')[0] ?? ''))].sort();
const packedModules = (): string[] => [
  ...new Set(files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/@]+)(?:\/|$)/.exec(path)?.[1] ?? [])),
];

test('the archive holds the build, the catalogue, the images, the libraries and nothing else', () => {
  expect(topLevel()).toEqual(['assets', 'node_modules', 'out', 'package.json']);
  expect(files).toEqual(
    expect.arrayContaining([
      'out/main/feedWorker.js',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/renderer/panel/index.html',
      'assets/catalogue/kubernetes.json',
      'assets/tray/idle.png',
      'assets/tray/idle.ico',
      'assets/icons/256x256.png',
    ]),
  );
});

test('there are no sources, tests, maps or type declarations in it', () => {
  expect(files.filter((path) => /\.(?:map|ts|mts|cts|tsx)$|\/(?:test|tests|__tests__)\//.test(path))).toEqual(
    [],
  );
});

test('every library that the app imports is in it, and none that only builds or tests', () => {
  const modules = packedModules();
  expect(modules).toEqual(expect.arrayContaining(Object.keys(packageJson.dependencies)));
  const development = new Set(Object.keys(packageJson.devDependencies));
  expect(modules.filter((name) => development.has(name))).toEqual([]);
});

test('its package.json names the entry and nothing of the workshop', () => {
  const packed: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
  expect(packed).toMatchObject({ main: 'out/main/main.js', type: 'module', productName: 'Office Hours' });
  expect(packed).not.toHaveProperty('devDependencies');
  expect(packed).not.toHaveProperty('scripts');
});

test('the binary runs nothing but the archive', () => {
  expect(readFuses(readFileSync(join(unpacked, 'office-hours')))).toMatchObject({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptionsEnvironmentVariable: false,
    nodeCliInspectArguments: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});
