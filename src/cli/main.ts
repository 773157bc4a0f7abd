/**
 * The command line: the app's core without a window. Commands are loaded one by one, when they are asked for,
 * because a status bar calls this every few seconds.
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
