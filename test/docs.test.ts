import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { memoize } from '#base';
import packageJson from '../package.json' with { type: 'json' };

/** Checks what the documents promise: their links, the files they name, and the commands they show. */

const root = join(import.meta.dirname, '..');
const documents = ['*.md', 'docs/**/*.md', 'packages/*/README.md'].flatMap((pattern) =>
  globSync(pattern, { cwd: root }),
);
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const withoutBlocks = (text: string): string => text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
const home = mkdtempSync(join(tmpdir(), 'office-hours-docs-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The anchor that GitHub and GitLab give a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
const anchorsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

test('links between documents lead somewhere', () => {
  const links = documents.flatMap((path) =>
    [...withoutBlocks(textOf(path)).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(
      ([, file = '', anchor]) => ({
        path,
        file: file === '' ? path : join(dirname(path), decodeURI(file)),
        anchor,
      }),
    ),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(
    links.filter(
      ({ file, anchor }) =>
        !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
    ),
  ).toEqual([]);
});

/** Paths of a build, a package, a test run or the user's folders, and time zones: not part of the checkout. */
const elsewhere =
  /^(?:out|release|resources|node_modules|test-results|Transcripts|Templates|Africa|America|Asia|Atlantic|Australia|Etc|Europe|Pacific|US)\//;

/** Every file and folder of the checkout, as its segments, without the endings of TypeScript. */
const known = globSync(['{src,packages,scripts,test,bench,assets,docs,.github,.ci}/**/*', '*'], {
  cwd: root,
  exclude: ['**/node_modules'],
}).map((path) =>
  path
    .split(sep)
    .join('/')
    .replace(/\.tsx?$/, '')
    .split('/'),
);

/** Whether a document's name means this path: `adapters/http` is short for `src/main/adapters/network/http.ts`. */
function isShortFor(name: readonly string[], path: readonly string[]): boolean {
  let next = name.length - 1;
  if (path.at(-1) !== name[next]) return false;
  for (const segment of path.toReversed()) if (next >= 0 && segment === name[next]) next -= 1;
  return next < 0;
}

test('files that documents name are there', () => {
  const named = documents.flatMap((path) =>
    [...withoutBlocks(textOf(path)).matchAll(/`(\.?\w[\w.-]*\/[\w./-]*)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !elsewhere.test(name))
      .map((name) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(50);
  const isThere = (name: string): boolean => {
    const segments = name
      .replace(/\/$/, '')
      .replace(/\.tsx?$/, '')
      .split('/');
    return known.some((path) => isShortFor(segments, path));
  };
  expect(named.filter(({ name }) => !isThere(name))).toEqual([]);
});

interface ShownCommand {
  readonly path: string;
  readonly command: string;
}

/** The lines of all shell blocks, without comments; a backslash continues a line. */
const shown: readonly ShownCommand[] = documents.flatMap((path) =>
  [...textOf(path).matchAll(/^ *```(?:sh|bash|console)\n([\s\S]*?)^ *```/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/(^|\s+)#\s.*$/, '').trim())
    .filter((command) => command !== '')
    .map((command) => ({ path, command })),
);

/** Commands that this test does not run. Their scripts, programs and options are checked instead. */
const notRun: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^npm (?:ci|install)\b/, reason: 'needs the registry, and then runs the app or all tests' },
  { pattern: /^npm start\b|^npm run dev\b/, reason: 'opens a window' },
  {
    pattern: /^npm (?:test|run (?:test|bench|package|build|score|screenshots|check))\b/,
    reason: 'takes minutes',
  },
  { pattern: /^npm run (?:fix|catalogue)\b/, reason: 'changes files of the checkout' },
  { pattern: /^xdg-open\b/, reason: 'opens a meeting in the browser' },
];
const isRun = ({ command }: ShownCommand): boolean => !notRun.some(({ pattern }) => pattern.test(command));

// `team.ics` is the reader's own calendar.
const calendar = 'packages/calendar/test/fixtures/details.ics';

test.skipIf(process.platform === 'win32').each(shown.filter(isRun))(
  '$command ($path)',
  ({ command }) => {
    const { status, stderr } = spawnSync('sh', ['-c', command.replace('team.ics', calendar)], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
  60_000,
);

const scripts: Readonly<Record<string, string>> = packageJson.scripts;
/** @param name of a command; none for the help of all */
const helpOf = memoize(
  (name: string): string =>
    spawnSync(process.execPath, ['src/cli/commandLine.ts', 'help', ...(name === '' ? [] : [name])], {
      cwd: root,
      encoding: 'utf8',
    }).stdout,
);

/** What does not exist of the scripts and options that a command names. */
function missingIn(command: string): string[] {
  const npmScripts = [...command.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(
    ([, script, short]) => script ?? short ?? '',
  );
  const ours = [
    ...command.matchAll(/(?:office-hours|npm run (?:-s )?cli --) ([a-z]+)((?: [^|`)$]+)?)/g),
  ].flatMap(([, name = '', rest = '']) => {
    const help = helpOf(name) + helpOf('');
    return help.includes(`office-hours ${name}`)
      ? [...rest.matchAll(/(?<!\S)(--[a-z-]+)/g)]
          .map(([, option = '']) => option)
          .filter((option) => !help.includes(option))
      : [name];
  });
  return [...npmScripts.filter((script) => scripts[script] === undefined), ...ours];
}

test('scripts and options of the commands that are not run exist', () => {
  const skipped = shown.filter((one) => !isRun(one));
  expect(skipped.length).toBeGreaterThan(2);
  expect(skipped.filter(({ command }) => missingIn(command).length > 0)).toEqual([]);
  // Each reason is still needed by a command, here or in a line of text.
  const all = documents.map(textOf).join('\n');
  expect(
    notRun.filter(({ pattern }) => !new RegExp(pattern.source.replaceAll('^', ''), 'm').test(all)),
  ).toEqual([]);
});

test('scripts and options that the text of documents names exist', () => {
  const inText = documents
    .filter((path) => path !== 'CHANGELOG.md')
    .flatMap((path) =>
      [...withoutBlocks(textOf(path)).matchAll(/`((?:npm |office-hours )[^`]+)`/g)].map(
        ([, command = '']) => ({
          path,
          command,
        }),
      ),
    );
  expect(inText.length).toBeGreaterThan(20);
  expect(inText.filter(({ command }) => missingIn(command).length > 0)).toEqual([]);
}, 60_000);

test('the page of the command line names every command and option that its help names', () => {
  const help = helpOf('');
  const words = [...help.matchAll(/^ {2}office-hours (\w+)/gm), ...help.matchAll(/(--[a-z-]+)/g)].map(
    ([, word = '']) => word,
  );
  const page = textOf('docs/user/command-line.md');
  expect(words.length).toBeGreaterThan(15);
  expect(words.filter((word) => !page.includes(word))).toEqual([]);
});

test('the index of decisions has the title, status and date of each page', () => {
  const pages = globSync('docs/decisions/0*.md', { cwd: root }).toSorted();
  const rows = pages.map((path) => {
    const [, title = '', status = '', date = ''] =
      /^# (.+)\n\n- Status: (accepted|replaced by \d{4})\n- Date: (\d{4}-\d\d-\d\d)\n/.exec(textOf(path)) ??
      [];
    const file = basename(path);
    return `| [${file.slice(0, 4)}](${file}) | ${title} | ${status} | ${date} |`;
  });
  const index = textOf('docs/decisions/README.md').replaceAll(/ +\|/g, ' |');
  expect(pages.length).toBeGreaterThan(10);
  expect(rows.filter((row) => !index.includes(row))).toEqual([]);
});

test('the map names every folder of src and packages, and files that are in them', () => {
  const page = textOf('docs/develop/architecture.md');
  const rows = [
    ...page.slice(page.indexOf('## The map')).matchAll(/^\| `([\w./-]+)` *\|[^|]*\|([^|]*)\|$/gm),
  ].map(([, folder = '', files = '']) => ({
    folder,
    paths: [folder, ...[...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => `${folder}/${file}`)],
  }));
  const inMap = new Set(rows.map(({ folder }) => folder));
  const sources = globSync(['src/**/*.{ts,tsx,css}', 'packages/*/**/*.ts'], {
    cwd: root,
    exclude: ['**/node_modules', 'packages/*/test', 'packages/electron-host'],
  }).map((path) => dirname(path).split(sep).join('/'));
  expect([...new Set(sources)].filter((folder) => !inMap.has(folder))).toEqual([]);
  expect(rows.flatMap(({ paths }) => paths).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
