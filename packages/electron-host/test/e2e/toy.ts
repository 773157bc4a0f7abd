import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../../../../test/e2e/launch.ts';

/** What packages/electron-host/test/e2e/app exposes to its page. */
interface ToyApi {
  required: Record<string, string>;
  versions: Record<string, string>;
  list: [number, { two: number }];
  shape: Record<string, unknown>;
  add: (a: number, b: number) => number;
  throws: () => void;
  later: (value: unknown) => Promise<{ value: unknown }>;
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  invokeWithFunction: () => Promise<unknown>;
  exposeAgain: () => void;
  exposeSymbol: () => void;
  on: (channel: string, callback: (...args: unknown[]) => void) => () => void;
  pathOf: (file: Blob) => string;
}
/** What its main process keeps for the specs. */
interface ToyMain {
  window: BrowserWindow;
  events: string[];
  console: string[];
  navigations: string[];
  /** what leads out of the page is prevented in `will-frame-navigate` already */
  isStrict: boolean;
  /** as after a start: one window, and nothing that a spec changed */
  beginAgain: () => void;
}
declare global {
  interface Window {
    toy: ToyApi;
    onlyInPreload?: true;
  }
  var toyMain: ToyMain;
}

export function launchToy(options: LaunchOptions = {}): Promise<LaunchedApp> {
  return launchApp({ appFolder: join(import.meta.dirname, 'app'), ...options });
}
