import { fileURLToPath } from 'node:url';
import { processTerminal } from './processTerminal.ts';
import { runCommandLine } from './runCommandLine.ts';

// The checkout lies two folders above this file, and above the built one in `out/main`.
const checkout = fileURLToPath(new URL('../..', import.meta.url));
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(checkout));
