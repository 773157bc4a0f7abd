import { askSecret } from './askSecret.ts';
import { openLink } from './openLink.ts';
import type { Terminal } from './command.ts';

/** This process as a terminal. @param programFolder absolute path of the program, with its package.json */
export function processTerminal(programFolder: string): Terminal {
  // A closed pipe (`… | head`) is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    out: process.stdout,
    err: process.stderr,
    // Only commands that use stdin may touch it: reading it keeps the process alive until its end.
    get in() {
      return process.stdin;
    },
    askSecret: (question) => askSecret(process.stdin, process.stderr, question),
    openLink: (link) => openLink(link, process.platform),
    env: process.env,
    platform: process.platform,
    programFolder,
    now: () => Date.now(),
  };
}
