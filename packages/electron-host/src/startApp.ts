import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, becomeReady, beginApp } from './app.ts';
import type { CommandLine } from './commandLine.ts';
import { actAsElectron } from './register.ts';
import { trusted } from './trusted.ts';

/** The app's folder, where its package.json is, and its main module. */
function findApp(entry: string): { folder: string; file: string } {
  if (statSync(entry).isDirectory()) {
    const text = readFileSync(join(entry, 'package.json'), 'utf8');
    const { main = 'index.js' } = trusted<{ main?: string }>(JSON.parse(text));
    return { folder: entry, file: join(entry, main) };
  }
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error(`electron host: no package.json above ${entry}`);
    folder = dirname(folder);
  }
  return { folder, file: entry };
}

/** Runs the app's main module, then makes the app ready: `ready` waits for the module's top-level awaits. */
export async function startApp(commandLine: CommandLine): Promise<void> {
  const { folder, file } = findApp(resolve(commandLine.entry));
  if (commandLine.inspect) {
    const inspector = await import('node:inspector');
    inspector.open(commandLine.inspect.port, commandLine.inspect.host);
  }
  for (const [name, value] of commandLine.switches) app.commandLine.appendSwitch(name, value);
  actAsElectron();
  beginApp(folder);
  const require = createRequire(join(folder, 'package.json'));
  for (const required of commandLine.requires) require(resolve(required));
  await import(pathToFileURL(file).href);
  await becomeReady();
}
