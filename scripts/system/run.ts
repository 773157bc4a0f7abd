import { spawn, type SpawnOptions } from 'node:child_process';
import { join } from 'node:path';
import { programFile } from './ownNode.mjs';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');

/** The file of a program that npm installed, which Node runs. */
export const installed = (name: string): string => programFile(root, name);

/** How a program ended, and what it said on both of its outputs. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs an installed program or one of the system in the checkout, with its outputs shown.
 * @returns its exit code; 1 if it could not be started
 */
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
    // The Node that runs us may be installed, too.
    const isInstalled = program.startsWith(join(root, 'node_modules')) && program !== process.execPath;
    const [file, ...words] = isInstalled ? [process.execPath, program, ...args] : [program, ...args];
    const child = spawn(file, words, { cwd: root, ...options });
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
