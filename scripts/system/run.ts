import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');

/** A program that npm installed, by its name. */
export const installed = (name: string): string =>
  join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** How a program ended, and what it said on both of its outputs. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program in the checkout with its outputs shown. @returns its exit code; 1 where it could not be started */
export function show(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return finish(program, args, { env, stdio: 'inherit' }).then(({ code }) => code);
}

/** Runs a program in the checkout without showing what it says. */
export function capture(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outcome> {
  return finish(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function finish(program: string, args: readonly string[], options: SpawnOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    // npm's programs are scripts of the shell on Windows.
    const child = spawn(program, args, { cwd: root, shell: program.endsWith('.cmd'), ...options });
    let output = '';
    const add = (text: string): void => {
      output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', add);
    child.stderr?.setEncoding('utf8').on('data', add);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
