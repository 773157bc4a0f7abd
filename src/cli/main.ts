/**
 * The command line: the app's core without a window. Commands are loaded one by one, when they are asked for,
 * because a status bar calls this every few seconds.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
// A reader that went away (`… | head`) is no failure, and there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const { runCommandLine } = await import('./runCommandLine.ts');
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  in: process.stdin,
  env: process.env,
  platform: process.platform,
  now: () => Date.now(),
});
