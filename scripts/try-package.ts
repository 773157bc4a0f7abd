/**
 * `node scripts/node.mjs scripts/try-package.ts [folder]`: installs or unpacks every package in a folder (`release` without one), as users
 * of this system would, and starts it: `--version`, `next`, and ten seconds in the tray. Meant for CI: packages are
 * installed for the whole system.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import packageJson from '../package.json' with { type: 'json' };
import { openPackage, type OpenedPackage } from './packaging/openPackage.ts';

const HIDDEN_MS = 10_000;
/** Installing may fetch what a package needs. */
const LONGEST_COMMAND_MS = 300_000;
/** Without FUSE an AppImage unpacks itself. */
const env = { ...process.env, APPIMAGE_EXTRACT_AND_RUN: '1' };

function run([program = '', ...args]: readonly string[]): string {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args, {
    env,
    encoding: 'utf8',
    timeout: LONGEST_COMMAND_MS,
  });
  if (status === 0) return stdout;
  throw new Error(
    `${[program, ...args].join(' ')}: ${error?.message ?? signal ?? `exit status ${status}`}\n${stdout}${stderr}`,
  );
}

/** The command line. On Windows Electron prints an empty line before ours. */
function tryCommands({ start }: OpenedPackage): void {
  const version = run([...start, '--version']).trim();
  if (version !== packageJson.version) throw new Error(`--version says “${version}”`);
  const next = run([...start, 'next', '--now', '2026-11-20T17:00:30Z', '--zone', 'UTC']);
  if (!next.includes('kOps Office Hours')) throw new Error(`next says “${next}”`);
}

/** The app itself, in the tray: it must still run when the time is over. */
async function tryHidden({ start: [program = '', ...args] }: OpenedPackage): Promise<void> {
  const isWindows = process.platform === 'win32';
  const app = spawn(program, [...args, '--hidden'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that its processes end with it.
    detached: !isWindows,
  });
  const ended = new Promise<string>((done) => {
    app.once('error', ({ message }) => done(message));
    app.once('exit', (code, signal) => done(`it ended with ${signal ?? code}`));
  });
  const early = await Promise.race([ended, delay(HIDDEN_MS)]);
  if (early !== undefined) throw new Error(`--hidden: ${early}`);
  if (isWindows) run(['taskkill', '/pid', String(app.pid), '/t', '/f']);
  else if (app.pid !== undefined) process.kill(-app.pid, 'SIGTERM');
  await ended;
}

async function tryPackage(opened: OpenedPackage): Promise<void> {
  for (const command of opened.open) run(command);
  if (opened.bundle !== undefined) run(['codesign', '--verify', '--deep', '--strict', opened.bundle]);
  tryCommands(opened);
  await tryHidden(opened);
}

const folder = resolve(process.argv[2] ?? 'release');
let tried = 0;
for (const name of readdirSync(folder).sort()) {
  const target = mkdtempSync(join(tmpdir(), 'office-hours-try-'));
  const opened = openPackage(process.platform, join(folder, name), target);
  if (opened === null) continue;
  tried += 1;
  try {
    await tryPackage(opened);
    console.log(`✓ ${basename(name)}`);
  } catch (error) {
    console.error(`✗ ${basename(name)}\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
if (tried === 0) {
  console.error(`There are no packages in ${folder}.`);
  process.exitCode = 1;
}
