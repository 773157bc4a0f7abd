/** The command line of the host, which is Electron's. Everything else is imported after the compile cache is on. */
import { enableCompileCache } from 'node:module';
import { parseCommandLine } from './commandLine.ts';

const { directory } = enableCompileCache();
// The app's threads have one only where the environment says so.
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory;
const commandLine = parseCommandLine(process.argv.slice(2));
if (commandLine.isVersionAsked) {
  console.log('v45.4.1');
  process.exit(0);
}
if (!commandLine.entry) {
  console.error('usage: electron [-r file] [--switches] <app folder | file> [arguments]');
  process.exit(1);
}
const { startApp } = await import('./startApp.ts');
await startApp(commandLine);
