import { registerHooks } from 'node:module';
import { ELECTRON_VERSION } from './electronVersion.ts';

const NAMES = new Set(['electron', 'electron/main', 'electron/common', 'electron/renderer']);
const HOST = new URL('./index.ts', import.meta.url).href;

/** From here on `electron`, imported or required, is the host, and the process looks like Electron's main process. */
export function actAsElectron(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (!NAMES.has(specifier)) return next(specifier, context);
      return { url: HOST, shortCircuit: true, format: 'module-typescript' };
    },
  });
  const executable = process.env['ELECTRON_HOST_EXE'] ?? process.execPath;
  const versions = Object.freeze({ ...process.versions, electron: ELECTRON_VERSION });
  Object.defineProperty(process, 'versions', { value: versions });
  Object.defineProperty(process, 'type', { value: 'browser' });
  Object.defineProperty(process, 'defaultApp', { value: true });
  Object.defineProperty(process, 'resourcesPath', { value: process.cwd() });
  process.execPath = executable;
  process.argv = [executable, ...process.argv.slice(2)];
}
