import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

/** Holds the layers of docs/architecture.md: each rule lists the files that break it, and expects none. */

const root = join(import.meta.dirname, '..');
const toPath = (path: string): string => path.split(sep).join('/');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map(toPath)
  .filter((path) => !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

interface Import {
  readonly from: string;
  /** A path below the checkout, or the name of a package. */
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const imports: readonly Import[] = sources.flatMap(({ path, text }) =>
  [
    ...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm),
  ].map(([, type, named, dynamic]) => {
    const target = named ?? dynamic ?? '';
    return {
      from: path,
      to: target.startsWith('.') ? toPath(relative(root, resolve(root, dirname(path), target))) : target,
      isTypeOnly: type !== undefined,
    };
  }),
);

const isIn =
  (...folders: readonly string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(folder));
const isOurs = isIn('src/');
const isNode = isIn('node:');
const isElectron = (name: string): boolean => /^electron(?:$|\/|-store$)/.test(name);
const breaking = (isBroken: (one: Import) => boolean): string[] =>
  imports.filter(isBroken).map(({ from, to }) => `${from} imports ${to}`);
const withText = (pattern: RegExp, isLookedAt: (path: string) => boolean): string[] =>
  sources
    .filter(({ path, text }) => isLookedAt(path) && pattern.test(withoutComments(text)))
    .map(({ path }) => path);
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

test('imports are found at all', () => {
  expect(imports.length).toBeGreaterThan(sources.length);
  expect(imports).toContainEqual({ from: 'src/main/main.ts', to: 'electron', isTypeOnly: false });
});

test('shared imports shared and pure libraries: no Node, no Electron, nothing from above', () => {
  expect(
    breaking(
      ({ from, to }) =>
        isIn('src/core/')(from) && (isNode(to) || isElectron(to) || (isOurs(to) && !isIn('src/core/')(to))),
    ),
  ).toEqual([]);
});

test('the window imports itself and shared: no Node, no Electron', () => {
  expect(
    breaking(
      ({ from, to }) =>
        isIn('src/renderer/')(from) &&
        (isNode(to) || isElectron(to) || (isOurs(to) && !isIn('src/renderer/', 'src/core/')(to))),
    ),
  ).toEqual([]);
});

test('the preload script imports Electron and the names of the contract', () => {
  expect(
    breaking(({ from, to }) => isIn('src/preload/')(from) && to !== 'electron' && !isIn('src/core/ipc/')(to)),
  ).toEqual([]);
});

test('only the adapters, main.ts and boot.ts know Electron', () => {
  const mayKnow = isIn(
    'src/main/adapters/',
    'src/main/main.ts',
    'src/main/boot.ts',
    'src/preload/',
    'packages/electron-host/src/',
  );
  expect(breaking(({ from, to }) => isElectron(to) && !mayKnow(from))).toEqual([]);
});

test('one file makes windows: no other imports the class, so each window has the same protections', () => {
  const importsClass = /import (?:\w+, )?\{[^}]*(?<!type )\bBrowserWindow\b[^}]*\}\s*from 'electron'/;
  const others = withText(importsClass, isIn('src/main/'));
  expect(others).toEqual(['src/main/adapters/windows/secureWindow.ts']);
  expect(
    withText(
      /\bBaseWindow\b|\bWebContentsView\b|\bBrowserView\b|import electron\b|\* as electron/,
      isIn('src/main/'),
    ),
  ).toEqual([]);
});

test('the features of main reach the world through ports: no adapter, no disk, no network, no timer', () => {
  const isFeature = (path: string): boolean =>
    isIn('src/main/')(path) && !isIn('src/main/adapters/', 'src/main/main.ts', 'src/main/boot.ts')(path);
  const isEffect = (name: string): boolean =>
    isNode(name) && !['node:path', 'node:crypto', 'node:url'].includes(name);
  expect(
    breaking(({ from, to }) => isFeature(from) && (isEffect(to) || isIn('src/main/adapters/')(to))),
  ).toEqual([]);
  expect(
    withText(/\b(?:setTimeout|setInterval|setImmediate|fetch)\(|\bDate\.now\(|new Date\(\)/, isFeature),
  ).toEqual([]);
});

test('main imports nothing of the window, the command line or the preload script; only main.ts starts a command', () => {
  expect(
    breaking(
      ({ from, to }) =>
        isIn('src/main/')(from) &&
        isIn('src/renderer/', 'src/preload/', ...(from === 'src/main/main.ts' ? [] : ['src/cli/']))(to),
    ),
  ).toEqual([]);
});

test('adapters do not import features', () => {
  expect(
    breaking(
      ({ from, to, isTypeOnly }) =>
        isIn('src/main/adapters/')(from) &&
        !isTypeOnly &&
        isOurs(to) &&
        !isIn(
          'src/main/adapters/',
          'src/main/ports/ports.ts',
          'src/main/ports/http.ts',
          'src/main/ports/store.ts',
          'src/core/',
        )(to),
    ),
  ).toEqual([]);
});

test('the command line needs no Electron, not even through what it imports', () => {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { from, to, isTypeOnly } of imports) if (from === path && !isTypeOnly) reach(to);
  };
  for (const { path } of sources) if (isIn('src/cli/')(path)) reach(path);
  expect(
    [...reached].filter(
      (path) => isElectron(path) || isIn('src/renderer/', 'packages/electron-host/src/')(path),
    ),
  ).toEqual([]);
});

test('the host and the app do not know each other', () => {
  expect(
    breaking(
      ({ from, to }) =>
        isIn('packages/electron-host/src/')(from) && isOurs(to) && !isIn('packages/electron-host/src/')(to),
    ),
  ).toEqual([]);
  expect(
    breaking(
      ({ from, to }) => !isIn('packages/electron-host/src/')(from) && isIn('packages/electron-host/src/')(to),
    ),
  ).toEqual([]);
});

test('pure code reads no clock, and the window only where its ticking now is made', () => {
  const isPure = isIn('src/core/');
  expect(withText(/\bDate\.now\(|new Date\(\)|\bsetTimeout\(|\bMath\.random\(/, isPure)).toEqual([]);
  const isWindow = (path: string): boolean =>
    isIn('src/renderer/')(path) && !/main\.tsx$|useNow|[cC]lock/.test(path);
  expect(withText(/\bDate\.now\(|new Date\(\)|\bsetInterval\(/, isWindow)).toEqual([]);
});

test('no file is longer than 400 lines, and none only passes on what others export', () => {
  expect(sources.filter(({ text }) => text.split('\n').length > 400).map(({ path }) => path)).toEqual([]);
  const isBarrel = (text: string): boolean =>
    withoutComments(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .every((line) => /^export (?:\*|\{.*\}) from /.test(line));
  expect(sources.filter(({ text }) => isBarrel(text)).map(({ path }) => path)).toEqual([]);
});
