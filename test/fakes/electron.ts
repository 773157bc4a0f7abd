/**
 * Electron for unit tests of the adapters (vitest.config.ts): the host's parts, with windows that open nothing and
 * remember the options they were made with.
 */
import { EventEmitter } from 'node:events';
import { app, ipcMain } from '../../packages/electron-host/src/api.ts';

export * from '../../packages/electron-host/src/api.ts';

let nextId = 1;
const windows = new Set<BrowserWindow>();

/** As a webContents without a page: emits what a test lets happen, and remembers what it was told. */
export class FakeContents extends EventEmitter {
  readonly id = nextId++;
  readonly sent: [channel: string, payload: unknown][] = [];
  #open: ((details: { url: string }) => { action: string }) | null = null;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#open = handler;
  }

  /** A page asks for a window. Electron allows it where no handler was set. */
  askForWindow(url: string): string {
    return this.#open?.({ url }).action ?? 'allow';
  }

  /** A page, or a server's answer to it, leads elsewhere. @returns whether it may go there */
  navigate(kind: 'will-frame-navigate' | 'will-redirect', url: string, isMainFrame = true): boolean {
    const event = preventable({ url, isMainFrame });
    this.emit(kind, event);
    // After a prevented event Electron sends none of the later ones.
    if (kind === 'will-frame-navigate' && isMainFrame && !event.isPrevented)
      this.emit('will-navigate', event);
    return !event.isPrevented;
  }

  /** Whether a `<webview>` of the page gets contents of its own. */
  attachWebview(): boolean {
    const event = preventable({});
    this.emit('will-attach-webview', event, { nodeIntegration: true }, {});
    return !event.isPrevented;
  }

  send(channel: string, payload: unknown): void {
    this.sent.push([channel, payload]);
  }

  isLoadingMainFrame(): boolean {
    return false;
  }

  printToPDF(): Promise<Buffer> {
    return Promise.resolve(Buffer.from('%PDF-'));
  }
}

/** An event that knows whether its default was prevented. */
function preventable<T extends object>(details: T): T & { isPrevented: boolean; preventDefault(): void } {
  const event = {
    ...details,
    isPrevented: false,
    preventDefault: () => {
      event.isPrevented = true;
    },
  };
  return event;
}

type Ask = (contents: unknown, permission: string, decide: (isAllowed: boolean) => void) => void;
type Check = (contents: unknown, permission: string, origin: string) => boolean;

/** Grants what no handler refuses, as Electron does. */
class FakeSession extends EventEmitter {
  #ask: Ask = (_contents, _permission, decide) => decide(true);
  #check: Check = () => true;

  setPermissionRequestHandler(handler: Ask): void {
    this.#ask = handler;
  }

  setPermissionCheckHandler(handler: Check): void {
    this.#check = handler;
  }

  /** What a page gets that asks for a permission. */
  ask(permission: string): Promise<boolean> {
    return new Promise((resolve) => this.#ask({}, permission, resolve));
  }

  /** What a page gets that looks whether it has one. */
  check(permission: string): boolean {
    return this.#check({}, permission, 'app://bundle');
  }

  /** @returns whether the download begins */
  download(): boolean {
    const event = preventable({});
    this.emit('will-download', event, {}, {});
    return !event.isPrevented;
  }
}

export const session = { defaultSession: new FakeSession() };

/** What was opened outside the app. */
export const opened: string[] = [];
export const shell = {
  openExternal: async (url: string): Promise<void> => void opened.push(url),
  /** On Linux it never settles. */
  openPath: (path: string): Promise<string> => {
    opened.push(path);
    return Promise.withResolvers<string>().promise;
  },
};

/** Questions in dialogs of the system. */
export const questions: Electron.MessageBoxOptions[] = [];
/** The buttons that will be pressed; without one the dialog is closed. */
export const answers: number[] = [];
export const dialog = {
  showMessageBox: async (options: Electron.MessageBoxOptions): Promise<{ response: number }> => {
    questions.push(options);
    return { response: answers.shift() ?? options.cancelId ?? 0 };
  },
};

/** What the clipboard got. */
export const copied: unknown[] = [];
export class ClipboardItem {
  readonly items: unknown;
  constructor(items: unknown) {
    this.items = items;
  }
}
export const clipboard = {
  writeText: async (text: string): Promise<void> => void copied.push(text),
  write: async ([item]: readonly ClipboardItem[]): Promise<void> => void copied.push(item?.items),
};

/** Exposed to the page by the preload script, by name. */
export const exposed: Record<string, unknown> = {};
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): void => {
    exposed[name] = api;
  },
};

/** Main's end of the preload script: answers every request with its name and arguments. */
class FakeRenderer extends EventEmitter {
  readonly invoked: unknown[][] = [];

  invoke(...request: unknown[]): Promise<unknown> {
    this.invoked.push(request);
    return Promise.resolve({ ok: true, value: request });
  }
}

export const ipcRenderer = new FakeRenderer();

/** Records what the app does to it. */
export class BrowserWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new FakeContents();
  /** What was called with what, in order. */
  readonly calls: [method: string, ...args: unknown[]][] = [];
  #isVisible = false;
  #bounds: Partial<Electron.Rectangle> = {};

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  loadURL(url: string): Promise<void> {
    this.calls.push(['loadURL', url]);
    return Promise.resolve();
  }

  show(): void {
    this.#isVisible = true;
    this.calls.push(['show']);
  }

  /** As on a desktop that can do that. */
  showInactive(): void {
    this.#isVisible = true;
    this.calls.push(['showInactive']);
  }

  getBounds(): Electron.Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = { ...this.options, ...this.#bounds };
    return { x, y, width, height };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }

  hide(): void {
    this.#isVisible = false;
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  destroy(): void {
    windows.delete(this);
    this.emit('closed');
  }

  setAlwaysOnTop(...args: unknown[]): void {
    this.calls.push(['setAlwaysOnTop', ...args]);
  }

  setVisibleOnAllWorkspaces(...args: unknown[]): void {
    this.calls.push(['setVisibleOnAllWorkspaces', ...args]);
  }

  setContentProtection(...args: unknown[]): void {
    this.calls.push(['setContentProtection', ...args]);
  }
}

/** electron-store imports it whole. */
export default { app, ipcMain, shell };
