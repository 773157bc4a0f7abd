import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './chromium/chromium.ts';
import { switches } from './chromium/switches.ts';
import { prepareX11 } from './desktop/x11.ts';
import { EventEmitter, makeEvent } from './emitter.ts';
import { appLocale, preferredLanguages, systemLocale } from './locale.ts';
import { getPath, setPath } from './paths.ts';
import { hasTrait } from './profile.ts';
import { applicationFor, isDefault, setAsDefault } from './protocolClient.ts';
import { runtime } from './runtime.ts';
import { InstanceLock, type SecondInstance } from './singleInstance.ts';
import { trusted } from './trusted.ts';
import { windows } from './window/windows.ts';

interface Manifest {
  name?: string;
  productName?: string;
  version?: string;
  desktopName?: string;
}

const ready = Promise.withResolvers<void>();
const lock = new InstanceLock();
/** Received before `ready`, emitted after it. */
const waitingInstances: SecondInstance[] = [];
let relaunchOptions: Electron.RelaunchOptions | undefined;

class App extends EventEmitter {
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      switches.set(name.replace(/^--/, '').toLowerCase(), value);
    },
    hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
    getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
    removeSwitch: (name: string): void => {
      switches.delete(name.toLowerCase());
    },
    appendArgument: (value: string): void => {
      switches.set(value.replace(/^--/, ''), '');
    },
  };

  whenReady(): Promise<void> {
    return ready.promise;
  }

  isReady(): boolean {
    return runtime.isReady;
  }

  /** before-quit, each window's close, will-quit, quit; preventing any but the last cancels it all. */
  quit(): void {
    if (runtime.isQuitting) return;
    const before = makeEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    runtime.isQuitting = true;
    for (const window of windows.values()) {
      window.close();
      if (window.isDestroyed()) continue;
      runtime.isQuitting = false;
      return;
    }
    const will = makeEvent();
    this.emit('will-quit', will);
    if (will.defaultPrevented) runtime.isQuitting = false;
    else this.exit(0);
  }

  /** At once: no close, before-quit or will-quit. */
  exit(exitCode = 0): void {
    runtime.isQuitting = true;
    this.emit('quit', makeEvent(), exitCode);
    lock.release();
    void chromium.end().finally(() => {
      if (relaunchOptions) {
        const { execPath = process.execPath, args = process.argv.slice(1) } = relaunchOptions;
        spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref();
      }
      process.exit(exitCode);
    });
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    relaunchOptions = options;
  }

  get isPackaged(): boolean {
    return process.env['ELECTRON_HOST_PACKAGED'] === '1';
  }

  getPath(name: string): string {
    return getPath(name);
  }

  setPath(name: string, path: string): void {
    setPath(name, path);
  }

  getAppPath(): string {
    return runtime.appPath;
  }

  getVersion(): string {
    return runtime.version;
  }

  getName(): string {
    return runtime.name;
  }

  setName(name: string): void {
    runtime.name = name;
  }

  get name(): string {
    return runtime.name;
  }

  set name(name: string) {
    runtime.name = name;
  }

  getLocale(): string {
    return appLocale();
  }

  getSystemLocale(): string {
    return systemLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return preferredLanguages();
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return lock.request(additionalData ?? null, announce);
  }

  hasSingleInstanceLock(): boolean {
    return lock.isHeld;
  }

  releaseSingleInstanceLock(): void {
    lock.release();
  }

  /** Windows are sandboxed in any case. */
  enableSandbox(): void {
    if (runtime.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  setDesktopName(name: string): void {
    runtime.desktopName = name;
    process.env['CHROME_DESKTOP'] = name;
  }

  /** Windows only. */
  setAppUserModelId(_id: string): void {}

  /** Windows only. */
  setToastActivatorCLSID(_id: string): void {}

  /** macOS and Windows only. */
  setLoginItemSettings(_settings: Electron.Settings): void {}

  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: false,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    };
  }

  setAsDefaultProtocolClient(protocol: string): boolean {
    return setAsDefault(protocol);
  }

  isDefaultProtocolClient(protocol: string): boolean {
    return isDefault(protocol);
  }

  /** Never works on Linux. */
  removeAsDefaultProtocolClient(_protocol: string): boolean {
    return false;
  }

  getApplicationNameForProtocol(url: string): string {
    return applicationFor(url);
  }

  /** False: no launcher took it. */
  setBadgeCount(_count?: number): boolean {
    return false;
  }

  focus(): void {}
}

export const app = new App();

function announce(second: SecondInstance): void {
  if (!runtime.isReady) waitingInstances.push(second);
  else app.emit('second-instance', makeEvent(), second.argv, second.cwd, second.data);
}

/** Before the app's own code: takes the identity from its package.json. */
export function beginApp(appPath: string): void {
  runtime.appPath = appPath;
  const manifest: Manifest = trusted(JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')));
  runtime.name = manifest.productName ?? manifest.name ?? runtime.name;
  runtime.version = manifest.version ?? runtime.version;
  app.setDesktopName(manifest.desktopName ?? `${runtime.name}.desktop`);
  setInterval(() => {}, 2 ** 30); // an app in the tray may have neither window nor browser: Node must stay
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

/** When the main module has been evaluated, its top-level awaits included. */
export async function becomeReady(): Promise<void> {
  if (runtime.isQuitting) return;
  // The browser comes up beside the app, which loads most of itself only now; a window waits for it.
  chromium.start().catch(endWithout);
  if (!hasTrait('wayland')) await prepareX11();
  if (runtime.isQuitting) return;
  runtime.isReady = true;
  ready.resolve();
  app.emit('ready', makeEvent(), {});
  for (const second of waitingInstances.splice(0)) announce(second);
}

/** There is no app without a browser, unless it ended before the browser was there. */
function endWithout(error: unknown): void {
  if (runtime.isQuitting) return;
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The last window has closed: without a listener the app quits. */
export function windowsClosed(): void {
  if (runtime.isQuitting) return;
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
  else app.quit();
}
