import type { Terminal } from './command.ts';

/** This process as a terminal. @param programFolder absolute path of the program, with its package.json */
export function processTerminal(programFolder: string): Terminal {
  // A reader that went away (`… | head`) is no failure, and there is nobody left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    out: process.stdout,
    err: process.stderr,
    // Read only by a command that wants it: a program that looks at it would otherwise wait for its end.
    get in() {
      return process.stdin;
    },
    env: process.env,
    platform: process.platform,
    programFolder,
    now: () => Date.now(),
  };
}
