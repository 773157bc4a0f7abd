import { ELECTRON_VERSION } from './electronVersion.ts';

/** State of the running app that the host's modules share; `app` and the loader write it. */

export const runtime = {
  name: 'Electron',
  version: ELECTRON_VERSION,
  /** folder with the app's package.json */
  appPath: process.cwd(),
  /** package.json `desktopName`: the identity on Linux */
  desktopName: '',
  isReady: false,
  isQuitting: false,
  /** absolute; set by `app`, which owns the paths */
  userData: (): string => process.cwd(),
  /** the Node that runs the host; process.execPath is the host's script, as Electron's is Electron */
  nodePath: process.execPath,
};

/** Throws Electron's text when a part is used too early. Source: shell/browser/api/*.cc, lib/browser/api. */
export function requireReady(message: string): void {
  if (!runtime.isReady) throw new Error(message);
}

/** `app.name` with `.desktop`, as notifications and autostart files know the app. */
export function desktopId(): string {
  return (runtime.desktopName || `${runtime.name}.desktop`).replace(/\.desktop$/, '');
}
