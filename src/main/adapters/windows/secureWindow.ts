import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';

/** Options of a window, without its security options. */
export type WindowLook = Omit<BrowserWindowConstructorOptions, 'webPreferences'>;

/**
 * The protections of every page. Explicit even where they equal Electron's defaults, so that a changed default or a
 * related option does not alter them. Source: docs/tutorial/security.md.
 */
const protections: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
};

/** Creates a window for one of our pages. @param preload absolute path of the preload script */
export function createPageWindow(look: WindowLook, preload: string): BrowserWindow {
  return new BrowserWindow({ ...look, webPreferences: { ...protections, preload } });
}

/** Creates a hidden window for printing a page: no scripts, no preload script. */
export function createPrintWindow(title: string): BrowserWindow {
  return new BrowserWindow({
    title,
    show: false,
    webPreferences: { ...protections, javascript: false },
  });
}

/** Every open window of the app. */
export const openWindows = (): BrowserWindow[] => BrowserWindow.getAllWindows();
