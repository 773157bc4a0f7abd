import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tool that hangs must not hang whoever asks. */
const PATIENCE_MS = 3_000;

const listNames = 'org.freedesktop.DBus.ListNames';
const [bus, busPath] = ['org.freedesktop.DBus', '/org/freedesktop/DBus'];
const askers: readonly (readonly [program: string, args: readonly string[]])[] = [
  ['busctl', ['--user', 'list', '--no-legend']],
  ['dbus-send', ['--session', '--print-reply', `--dest=${bus}`, busPath, listNames]],
  ['gdbus', ['call', '--session', '--dest', bus, '--object-path', busPath, '--method', listNames]],
];

/** Names on the session bus, as text; null where there is no bus, or no tool to ask it with. */
export async function sessionBusNames(): Promise<string | null> {
  for (const [program, args] of askers) {
    const answer = await run(program, [...args], { timeout: PATIENCE_MS }).catch(() => null);
    if (answer !== null) return answer.stdout;
  }
  return null;
}
