import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '#cli/runCommandLine.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const main = fileURLToPath(new URL('../../src/cli/commandLine.ts', import.meta.url));

/** A machine on which nobody has used the app; the same on every system. */
export const environmentOf = (home: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  USERPROFILE: home,
  APPDATA: join(home, 'AppData', 'Roaming'),
  TZ: 'Europe/Berlin',
  LANG: 'en_GB.UTF-8',
  // Reading the program anew takes most of a start.
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.cache/node'),
});

/** How a command ended. */
export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command in this process, for what depends on neither the zone nor the language of the computer: a process costs
 * most of a second of the processor.
 */
export async function runHere(
  args: readonly string[],
  {
    home,
    input = '',
    env = {},
    programFolder = checkout,
  }: { home: string; input?: string; env?: Readonly<Record<string, string>>; programFolder?: string },
): Promise<Outcome> {
  let [out, err] = ['', ''];
  const status = await runCommandLine(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    in: Readable.from([input]),
    askSecret: () => Promise.resolve(null),
    openLink: () => Promise.resolve(false),
    env: { ...environmentOf(home), ...env },
    platform: process.platform,
    programFolder,
    now: () => Date.now(),
  });
  return { status, out, err };
}

/** Runs the real command line in a process of its own, with `home` as the user's home. */
export function runCommand(
  args: readonly string[],
  { home, input = '', env = {} }: { home: string; input?: string; env?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...environmentOf(home), ...env },
  });
  return new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}
