/**
 * Holds packages/electron-host and Electron's types against each other, in both directions:
 *  1. what the host offers exists in Electron, with a type that fits (packages/electron-host/src/surface.ts);
 *  2. what the app uses of Electron exists in the host: `electron` is mapped to the cut-down types for src/main and
 *     src/preload (packages/electron-host/tsconfig.app.json).
 * With arguments it checks those projects instead of the app's. Ends with code 1 and the compiler's words where either fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, root } from './system/run.ts';

const generated = join(root, '.cache/host-types');
const [, , ...projects] = process.argv;

/** Electron's declarations without `declare module 'electron'`, which would win over the mapping. */
function withoutModules(declarations: string): string {
  return declarations.replace(/^declare module '[^']+' \{\n(?:.*\n)*?\}\n/gm, '');
}

/** The mapped module: the host's values, and Electron's interfaces under their names. */
function mappedModule(declarations: string, surface: readonly string[]): string {
  const interfaces = [...declarations.matchAll(/^ {2}(?:interface|type) (\w+)/gm)]
    .map(([, name]) => name!)
    .filter((name) => !surface.includes(name));
  const classes = surface.filter((name) => new RegExp(`^ {2}class ${name} `, 'm').test(declarations));
  return [
    "import type { AppSurface, WebContents as HostContents } from './host/surface.ts';",
    'declare const surface: AppSurface;',
    `export const { ${surface.join(', ')} } = surface;`,
    ...classes.map((name) => `export type ${name} = InstanceType<AppSurface['${name}']>;`),
    'export type WebContents = HostContents;',
    ...[...new Set(interfaces)].map((name) => `export type ${name} = Electron.${name};`),
    '',
  ].join('\n');
}

function writeTypes(): void {
  const declarations = readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8');
  const electron = declarations.slice(0, declarations.indexOf("declare module 'electron'"));
  const index = readFileSync(join(root, 'packages/electron-host/src/api.ts'), 'utf8');
  const exported = /^export \{([^}]*)\};/m.exec(index)?.[1] ?? '';
  const ofMain = exported.split(',').map((name) => name.trim());
  const surface = [...ofMain.filter(Boolean), 'contextBridge', 'ipcRenderer', 'webUtils'];
  mkdirSync(generated, { recursive: true });
  writeFileSync(join(generated, 'electron.d.ts'), withoutModules(declarations));
  writeFileSync(join(generated, 'electronOnHost.ts'), mappedModule(electron, surface));
}

function compiles(project: string, ...options: string[]): boolean {
  const tsc = [installed('tsc'), '-p', project, ...options];
  return spawnSync(process.execPath, tsc, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** The app is held against the host's declarations, so that its own code is not read with the app's settings. */
function compilesHost(): boolean {
  const declarations = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'];
  return compiles('packages/electron-host', ...declarations, '--outDir', join(generated, 'host'));
}

writeTypes();
const failed = [
  ...(compilesHost() ? [] : ['packages/electron-host']),
  ...(projects.length > 0 ? projects : ['packages/electron-host/tsconfig.app.json']).filter(
    (project) => !compiles(project),
  ),
];
if (failed.length > 0) {
  console.error(`check-surface: the host and Electron's types disagree: ${failed.join(', ')}`);
  process.exitCode = 1;
}
