import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MINUTE } from '#base';
import type { Terminal } from './command.ts';
import { userDataFolder } from './folders.ts';

/** Without a heartbeat for this time the app is not running any more. */
const ALIVE_MS = 10 * MINUTE;

/** Whether the app is running, by its heartbeat: it would overwrite what a command writes with its data in memory. */
export async function isAppRunning(terminal: Terminal): Promise<boolean> {
  const text = await readFile(join(userDataFolder(terminal), 'running.json'), 'utf8').catch(() => '');
  const aliveAt = Number(/"aliveAt":(\d+)/.exec(text)?.[1] ?? NaN);
  return Math.abs(terminal.now() - aliveAt) < ALIVE_MS;
}
