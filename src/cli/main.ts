/**
 * The command line: the app's core without a window. Only the requested command is loaded, because a status bar runs
 * this every few seconds.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache();

const [{ runCommandLine }, { processTerminal }] = await Promise.all([
  import('./runCommandLine.ts'),
  import('./processTerminal.ts'),
]);
const checkout = fileURLToPath(new URL('../..', import.meta.url));
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(checkout));
