import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { NO_TEXT } from '../../scripts/packaging/notices.ts';
import { launchApp } from '../e2e/launch.ts';
import { rowsOf, skipWelcome } from '../e2e/person.ts';
import { pack, recordedPackage } from './pack.ts';
import { readFuses } from './stubRuntime.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'office-hours-package-'));
const packed = join(folder, 'release/linux-unpacked');
const archive = join(packed, 'resources/app.asar');
/** The archive, unpacked: packages/electron-host reads no archives. */
const app = join(folder, 'app');
const host = join(root, 'packages/electron-host/dist');
let files: readonly string[] = [];

beforeAll(() => {
  pack(folder);
  files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  extractAll(archive, app);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const topLevel = (): string[] => [...new Set(files.map((path) => path.split('/')[0] ?? ''))].sort();

test('the archive holds the build, the catalogue, the images and nothing else', () => {
  expect(topLevel()).toEqual(['assets', 'out', 'package.json']);
  expect(files).toEqual(
    expect.arrayContaining([
      'out/main/calendarWorker.js',
      'out/main/feedWorker.js',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/renderer/panel/index.html',
      'out/THIRD-PARTY-NOTICES.txt',
      'assets/catalogue/kubernetes.json',
      'assets/tray/idle.png',
      'assets/tray/idle.ico',
      'assets/icons/256x256.png',
    ]),
  );
});

test('there are no sources, maps or type declarations in it', () => {
  expect(files.filter((path) => /\.(?:map|ts|mts|cts|tsx)$/.test(path))).toEqual([]);
});

test('its code asks for nothing but itself, Node and Electron, so no library is missing', () => {
  const asked = files
    .filter((path) => /^out\/(?:main|preload)\/.*js$/.test(path))
    .flatMap((path) => modulesAskedFor(readFileSync(join(app, path), 'utf8')));
  expect(asked).toContain('electron');
  expect(asked.filter((name) => !/^(?:electron$|\.)/.test(name) && !isBuiltin(name))).toEqual([]);
});

/** In the form of the bundler; occurrences in comments and strings do not count. */
const modulesAskedFor = (code: string): string[] =>
  [
    /^(?:import|export) (?:.* from )?["']([^"'\n]+)["']/gm,
    /^(?!\s*\*).*\bimport\(["']([^"'\n]+)["']\)/gm,
    /= (?:__)?require\(["']([^"'\n]+)["']\)/g,
  ].flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));

test('it carries no program, so the fuses bind all there is to run', () => {
  expect(existsSync(`${archive}.unpacked`)).toBe(false);
  const programs = files.filter((path) => {
    const file = join(app, path);
    return statSync(file).isFile() && isProgram(readFileSync(file));
  });
  expect(programs).toEqual([]);
});

/** ELF, Windows, Mach-O (either order, or for several machines). */
const isProgram = (content: Buffer): boolean =>
  ['7f454c46', 'feedfacf', 'cffaedfe', 'cafebabe'].includes(content.subarray(0, 4).toString('hex')) ||
  content.subarray(0, 2).toString() === 'MZ';

test('it is at most 15 MB', () => {
  expect(statSync(archive).size).toBeLessThanOrEqual(15_000_000);
});

test('its package.json names the entry and nothing of the workshop', () => {
  const packedManifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
  expect(packedManifest).toMatchObject({
    main: 'out/main/main.js',
    type: 'module',
    productName: 'Office Hours',
  });
  expect(packedManifest).not.toHaveProperty('devDependencies');
  expect(packedManifest).not.toHaveProperty('scripts');
});

test('the binary runs nothing but the archive', () => {
  expect(readFuses(readFileSync(join(packed, 'office-hours')))).toMatchObject({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptionsEnvironmentVariable: false,
    nodeCliInspectArguments: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('every library that is bundled comes with the text of its licence', () => {
  const notices = readFileSync(join(app, 'out/THIRD-PARTY-NOTICES.txt'), 'utf8');
  const named = [...notices.matchAll(/^-{60}\n\n(\S+) (\S+)(?: \(.*\))?\n\n/gm)].map((match) => match[1]);
  // Libraries of libraries: of electron-store, of mdast-util-from-markdown, and of htmlparser2.
  expect(named).toEqual(expect.arrayContaining(['conf', 'micromark', 'entities']));
  const libraries = ['base', 'calendar', 'captions', 'community-pages', 'meeting-links'];
  const layers = ['cli', 'core', 'main', 'preload', 'renderer'];
  for (const part of [...layers.map((name) => `src/${name}`), ...libraries.map((name) => `packages/${name}`)])
    expect(named).toEqual(expect.arrayContaining([...libraryImports(part)]));
  expect(notices).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
  expect(notices).not.toContain(NO_TEXT);
});

/** Libraries that a part of the source imports; Vite bundles them there. */
function libraryImports(part: string): Set<string> {
  const sources = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('test'))
    .map((name) => readFileSync(join(root, part, name), 'utf8'));
  // Imports of types alone leave nothing in the bundle.
  const imports = sources
    .join('\n')
    .matchAll(/^import (?!type )[^;]*?from '(@[^/']+\/[^/']+|[^#.@/'][^/']*)/gm);
  return new Set(
    [...imports].map((match) => match[1] ?? '').filter((name) => name !== 'electron' && !isBuiltin(name)),
  );
}

const NOW = '2026-11-20T17:00:30Z';
const id = 'io.github.office_hours.OfficeHours';

describe.runIf(process.platform === 'linux')('on Linux', { timeout: 120_000 }, () => {
  test('the command line of what was packed answers', () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    const run = (...args: string[]): string =>
      execFileSync(join(host, 'electron'), ['--no-sandbox', app, ...args], {
        encoding: 'utf8',
        env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), TZ: 'UTC' },
      });
    expect(run('--version')).toBe(`${packageJson.version}\n`);
    expect(run('next', '--now', NOW)).toContain('kOps Office Hours now');
  });

  test('the window of what was packed shows the agenda', async () => {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = host;
    await using running = await launchApp({
      appFolder: app,
      args: [`--now=${NOW}`, '--live-catalogue=none'],
    });
    const page = await running.window();
    await skipWelcome(page);
    const rows = rowsOf(page, 'kOps Office Hours');
    await rows.first().waitFor();
    expect(await rows.count()).toBeGreaterThan(0);
  });

  test.for(['deb', 'rpm'] as const)('a %s names its maintainer, its home page and what it needs', (kind) => {
    const { file, option } = recordedPackage(folder, kind);
    expect(file).toMatch(
      kind === 'deb' ? /^office-hours-[\d.]+-linux-amd64\.deb$/ : /^office-hours-[\d.]+-linux-x86_64\.rpm$/,
    );
    expect(option('--name')).toEqual(['office-hours']);
    expect(option('--maintainer')).toEqual([packageJson.author]);
    expect(option('--url')).toEqual([packageJson.homepage]);
    expect(option('--license')).toEqual(['Apache-2.0']);
    expect(option('-d')).toEqual(
      expect.arrayContaining(kind === 'deb' ? ['libgtk-3-0', 'libnotify4'] : ['gtk3', 'libnotify']),
    );
    // The tray icon; of the names for it, the one that Debian 12 and later have.
    expect(option('--deb-recommends')).toEqual(kind === 'deb' ? ['libayatana-appindicator3-1'] : []);
  });

  test.for(['deb', 'rpm'] as const)(
    'a %s brings the licences, the metainfo, a command and a link handler',
    (kind) => {
      const { places, text } = recordedPackage(folder, kind);
      expect([...places.keys()]).toEqual(
        expect.arrayContaining([
          '/opt/office-hours',
          '/usr/share/icons/hicolor/256x256/apps/office-hours.png',
          `/usr/share/metainfo/${id}.metainfo.xml`,
        ]),
      );
      // A path with a space breaks scripts.
      expect([...places.keys()].filter((path) => /\s/.test(path))).toEqual([]);
      expect(text('/usr/share/doc/office-hours/copyright')).toContain('react-dom');
      expect(text('--after-install')).toContain("'/usr/bin/office-hours'");
      const entry = text(`/usr/share/applications/${id}.desktop`);
      expect(entry).toContain('[Desktop Entry]\nName=Office Hours\nExec=/opt/office-hours/office-hours %U\n');
      expect(entry).toContain(`StartupWMClass=${id}\n`);
      expect(entry).toContain('MimeType=x-scheme-handler/office-hours;\n');
      expect(entry).toContain('[Desktop Action JoinNext]\nName=Join next\nExec=office-hours --join-next\n');
      expect(entry).toContain(
        '[Desktop Action NewNote]\nName=New note\nExec=office-hours office-hours://note\n',
      );
    },
  );

  test('the desktop entry and the metainfo are valid', (context) => {
    const { text } = recordedPackage(folder, 'deb');
    const entry = join(folder, `${id}.desktop`);
    writeFileSync(entry, text(`/usr/share/applications/${id}.desktop`));
    const metainfo = join(root, `assets/linux/${id}.metainfo.xml`);
    for (const [program, ...args] of [
      ['desktop-file-validate', entry],
      ['appstreamcli', 'validate', '--no-net', metainfo],
    ] as const) {
      const { error, status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
      if (error && process.env['CI'] === undefined) context.skip(`${program} is not installed here`);
      expect(error).toBeUndefined();
      expect({ program, status, stdout }).toMatchObject({ status: 0 });
    }
  });
});
