import type { IpcRenderer } from './ipcRenderer.ts';
import type { PageSetup } from './pageSetup.ts';

export type Preload = (
  exports: object,
  require: (id: string) => unknown,
  module: object,
  filename: string,
  dirname: string,
  process: object,
) => void;

/**
 * The environment of a sandboxed preload script: `require` for a few modules, and a small `process`.
 * Runs in the isolated world, sent there as text. Source: lib/sandboxed_renderer.
 */
export function makeSandbox(
  setup: PageSetup,
  ipcRenderer: IpcRenderer,
  expose: (key: string, api: unknown) => void,
  pauseForMain: () => void,
): { require: (id: string) => unknown; process: object } {
  class EventEmitter {
    #listeners = new Map<string, ((...args: unknown[]) => void)[]>();
    on(name: string, listener: (...args: unknown[]) => void): this {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      return this;
    }
    once(name: string, listener: (...args: unknown[]) => void): this {
      const wrapped = (...args: unknown[]): void => {
        this.off(name, wrapped);
        listener(...args);
      };
      return this.on(name, wrapped);
    }
    off(name: string, listener: (...args: unknown[]) => void): this {
      const kept = (this.#listeners.get(name) ?? []).filter((one) => one !== listener);
      this.#listeners.set(name, kept);
      return this;
    }
    emit(name: string, ...args: unknown[]): boolean {
      const called = this.#listeners.get(name) ?? [];
      for (const listener of called) listener(...args);
      return called.length > 0;
    }
  }
  /** Synchronous in Electron. Here main answers while `debugger` pauses the page. */
  function getPathForFile(file: unknown): string {
    if (!(file instanceof Blob))
      throw new TypeError('getPathForFile expected to receive a File object but one was not provided');
    if (!(file instanceof File)) return '';
    const found = { path: '' };
    pauseForMain(); // main reads `file` and writes `found.path` in this very frame
    return found.path;
  }
  const electron = {
    contextBridge: { exposeInMainWorld: expose },
    ipcRenderer,
    webUtils: { getPathForFile },
  };
  const modules: Record<string, unknown> = {
    electron,
    'electron/common': {},
    'electron/renderer': electron,
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: {
      setTimeout: setTimeout.bind(window),
      setInterval: setInterval.bind(window),
      setImmediate: (callback: () => void) => setTimeout(callback, 0),
      clearTimeout: clearTimeout.bind(window),
      clearInterval: clearInterval.bind(window),
      clearImmediate: clearTimeout.bind(window),
    },
    url: { URL, URLSearchParams },
  };
  const require = (id: string): unknown => {
    const found = modules[id.replace(/^node:/, '')];
    if (!found) throw new Error(`module not found: ${id}`);
    return found;
  };
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    platform: setup.platform,
    versions: setup.versions,
    argv: setup.argv,
    env: {},
  };
  return { require, process };
}
