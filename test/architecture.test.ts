import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

/** Holds the layers of docs/develop/architecture.md: each rule lists the files that break it, and expects none. */

const root = join(import.meta.dirname, '..');
const toPath = (path: string): string => path.split(sep).join('/');
const sources = globSync('{src,packages}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['packages/*/test/**', '**/node_modules/**'],
})
  .map(toPath)
  .filter((path) => !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

interface Import {
  readonly from: string;
  /** A path below the checkout, or the name of a package. */
  readonly to: string;
  readonly isTypeOnly: boolean;
}

/** The targets of the names that begin with `#`, as package.json states them. */
const names = Object.entries<string>(packageJson.imports);

/** The path below the checkout that a specifier leads to; the name of a package stays as it is. */
function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return toPath(relative(root, resolve(root, dirname(from), specifier)));
  for (const [name, target] of names) {
    const [before = ''] = name.split('*');
    if (specifier === name || (name.endsWith('*') && specifier.startsWith(before)))
      return target.replace('./', '').replace('*', specifier.slice(before.length));
  }
  return specifier;
}

const allImports: readonly Import[] = sources.flatMap(({ path, text }) =>
  [
    ...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm),
  ].map(([, type, named, dynamic]) => ({
    from: path,
    to: targetOf(path, named ?? dynamic ?? ''),
    isTypeOnly: type !== undefined,
  })),
);

const isIn =
  (...folders: readonly string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(folder));
const isOurs = isIn('src/', 'packages/');
/** The libraries, and the libraries that each may use. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  base: [],
  calendar: ['base'],
  captions: ['base'],
  'meeting-links': ['base'],
  // One list of meeting services serves calendars and pages (docs/decisions/0015).
  'community-pages': ['base', 'calendar', 'meeting-links'],
};
/** The entry files of the libraries. */
const isEntry = (path: string): boolean => names.some(([, target]) => target === `./${path}`);
const isLibrary = isIn(...Object.keys(libraries).map((name) => `packages/${name}/`));
const isPure = (path: string): boolean => isLibrary(path) || path.startsWith('src/core/');
const isNode = isIn('node:');
const isElectron = (name: string): boolean => /^electron(?:$|\/|-store$)/.test(name);
const breaking = (isBroken: (one: Import) => boolean): string[] =>
  allImports.filter(isBroken).map(({ from, to }) => `${from} imports ${to}`);
const withText = (pattern: RegExp, isLookedAt: (path: string) => boolean): string[] =>
  sources
    .filter(({ path, text }) => isLookedAt(path) && pattern.test(withoutComments(text)))
    .map(({ path }) => path);
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

interface Edge {
  readonly user: string;
  readonly used: string;
}

/** The folders in a circle, and those that use one. Kahn's algorithm: removes each folder whose used folders are gone. */
function inCircles(edges: readonly Edge[]): string[] {
  let left = new Set(edges.flatMap(({ user, used }) => [user, used]));
  for (let before = 0; before !== left.size;) {
    before = left.size;
    left = new Set(
      [...left].filter((folder) => edges.some(({ user, used }) => user === folder && left.has(used))),
    );
  }
  return [...left];
}

test('imports are found at all', () => {
  expect(allImports.length).toBeGreaterThan(sources.length);
  expect(allImports).toContainEqual({ from: 'src/main/main.ts', to: 'electron', isTypeOnly: false });
});

test('a library uses itself, the entry files of the libraries it may use, and pure packages', () => {
  const isAllowed = (from: string, to: string): boolean =>
    Object.entries(libraries).some(
      ([name, used]) =>
        from.startsWith(`packages/${name}/`) &&
        (to.startsWith(`packages/${name}/`) || used.some((other) => to === `packages/${other}/index.ts`)),
    );
  expect(
    breaking(
      ({ from, to }) =>
        isLibrary(from) &&
        (isNode(to) ||
          isElectron(to) ||
          /^(?:react|zustand)/.test(to) ||
          (isOurs(to) && !isAllowed(from, to))),
    ),
  ).toEqual([]);
});

test('all others use a library by its entry file', () => {
  expect(breaking(({ from, to }) => !isLibrary(from) && isLibrary(to) && !isEntry(to))).toEqual([]);
});

test('core imports core and the libraries: no Node, no Electron, nothing from above', () => {
  expect(
    breaking(
      ({ from, to }) =>
        isIn('src/core/')(from) && (isNode(to) || isElectron(to) || (isOurs(to) && !isPure(to))),
    ),
  ).toEqual([]);
});

test('within core only core/ipc knows the IPC contract', () => {
  expect(
    breaking(
      ({ from, to }) => isIn('src/core/')(from) && !isIn('src/core/ipc/')(from) && isIn('src/core/ipc/')(to),
    ),
  ).toEqual([]);
});

test('the window imports itself, core and the libraries: no Node, no Electron', () => {
  expect(
    breaking(
      ({ from, to }) =>
        isIn('src/renderer/')(from) &&
        (isNode(to) || isElectron(to) || (isOurs(to) && !isIn('src/renderer/')(to) && !isPure(to))),
    ),
  ).toEqual([]);
});

test('in the window, kit and store use no feature, features use each other without circles, and app uses all', () => {
  const folderOf = (path: string): string | null => /^src\/renderer\/([^/]+)\//.exec(path)?.[1] ?? null;
  const edges = allImports.flatMap(({ from, to }) => {
    const [user, used] = [folderOf(from), folderOf(to)];
    return user === null || used === null || user === used ? [] : [{ from, to, user, used }];
  });
  const isBase = (folder: string): boolean => folder === 'kit' || folder === 'store';
  expect(
    edges
      .filter(
        ({ user, used }) =>
          used === 'app' || (isBase(user) && !isBase(used)) || (user === 'store' && used === 'kit'),
      )
      .map(({ from, to }) => `${from} imports ${to}`),
  ).toEqual([]);
  expect(inCircles(edges)).toEqual([]);
});

test('the features of main use each other without circles, types aside', () => {
  const folderOf = (path: string): string | null => /^src\/main\/([^/]+)\//.exec(path)?.[1] ?? null;
  const edges = allImports.flatMap(({ from, to, isTypeOnly }) => {
    const [user, used] = [folderOf(from), folderOf(to)];
    return isTypeOnly || user === null || used === null || user === used ? [] : [{ user, used }];
  });
  expect(edges.length).toBeGreaterThan(20);
  expect(inCircles(edges)).toEqual([]);
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
    'packages/electron-host/',
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
    isIn('src/main/')(path) &&
    !isIn('src/main/adapters/', 'src/main/main.ts', 'src/main/boot.ts', 'src/main/calendarWorker.ts')(path);
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
        !isIn('src/main/adapters/', 'src/main/ports/')(to) &&
        !isPure(to),
    ),
  ).toEqual([]);
});

test('the command line needs no Electron, not even through what it imports', () => {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { from, to, isTypeOnly } of allImports) if (from === path && !isTypeOnly) reach(to);
  };
  for (const { path } of sources) if (isIn('src/cli/')(path)) reach(path);
  expect(
    [...reached].filter((path) => isElectron(path) || isIn('src/renderer/', 'packages/electron-host/')(path)),
  ).toEqual([]);
});

test('the host and the app do not know each other', () => {
  const isHost = isIn('packages/electron-host/');
  expect(breaking(({ from, to }) => isHost(from) && isOurs(to) && !isHost(to))).toEqual([]);
  expect(breaking(({ from, to }) => !isHost(from) && isHost(to))).toEqual([]);
});

test('pure code reads no clock, and the window only where its ticking now is made', () => {
  expect(withText(/\bDate\.now\(|new Date\(\)|\bsetTimeout\(|\bMath\.random\(/, isPure)).toEqual([]);
  const isWindow = (path: string): boolean =>
    isIn('src/renderer/')(path) && !/main\.tsx$|useNow|[cC]lock/.test(path);
  expect(withText(/\bDate\.now\(|new Date\(\)|\bsetInterval\(/, isWindow)).toEqual([]);
});

test('no file is longer than 400 lines, and only the entry file of a library passes on what others export', () => {
  expect(sources.filter(({ text }) => text.split('\n').length > 400).map(({ path }) => path)).toEqual([]);
  const isBarrel = (text: string): boolean =>
    withoutComments(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .every((line) => /^export (?:\*|\{.*\}) from /.test(line));
  expect(
    sources.filter(({ path, text }) => isBarrel(text) && !isEntry(path)).map(({ path }) => path),
  ).toEqual([]);
});

test('no imports run in a circle', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to } of allImports) if (isOurs(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  expect(circles).toEqual([]);
});
