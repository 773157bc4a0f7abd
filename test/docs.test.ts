import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { afterAll, expect, test } from 'vitest';

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

const commands = documents.flatMap((path) =>
  [...textOf(path).matchAll(/(<!-- not run in tests: [^>]+ -->\s+)?^```sh\n([\s\S]*?)^```/gm)]
    .filter(([, mark]) => mark === undefined)
    .flatMap(([, , block = '']) => block.trim().split('\n'))
    .map((command) => [command, path] as const),
);

// `team.ics` is a calendar of the reader's own.
const calendar = 'packages/calendar/test/fixtures/details.ics';

test.skipIf(process.platform === 'win32').each(commands)(
  '%s (%s)',
  (command) => {
    const { status, stderr } = spawnSync('sh', ['-c', command.replace('team.ics', calendar)], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
  60_000,
);

test('the page of the command line names every command and option that its help names', () => {
  const help = spawnSync(process.execPath, ['src/cli/main.ts', 'help'], { cwd: root, encoding: 'utf8' });
  const words = [
    ...help.stdout.matchAll(/^ {2}office-hours (\w+)/gm),
    ...help.stdout.matchAll(/(--[a-z-]+)/g),
  ].map(([, word = '']) => word);
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
