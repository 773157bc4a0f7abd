/** Entry of the host, with Electron's command line. All other modules are imported after the compile cache is on. */
import { enableCompileCache } from 'node:module';
import { parseCommandLine } from './commandLine.ts';
import { ELECTRON_VERSION } from './electronVersion.ts';

const { directory } = enableCompileCache();
// Worker threads of the app get a compile cache only from the environment.
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory;
const commandLine = parseCommandLine(process.argv.slice(2));
if (commandLine.isVersionAsked) {
  console.log(`v${ELECTRON_VERSION}`);
  process.exit(0);
}
if (!commandLine.entry) {
  console.error('usage: electron [-r file] [--switches] <app folder | file> [arguments]');
  process.exit(1);
}
const { startApp } = await import('./startApp.ts');
await startApp(commandLine);
