import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';

/** What a window of ours may choose; its security options it may not. */
export type WindowLook = Omit<BrowserWindowConstructorOptions, 'webPreferences'>;

/**
 * The protections of every page, named even where they are Electron's defaults: a later default, or an option beside
 * them, must not change them. Source: docs/tutorial/security.md.
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

/** Makes a window for a page of ours. @param preload absolute path of the preload script */
export function createPageWindow(look: WindowLook, preload: string): BrowserWindow {
  return new BrowserWindow({ ...look, webPreferences: { ...protections, preload } });
}

/** Makes a hidden window for a page that is only printed: no scripts, no preload script. */
export function createPrintWindow(title: string): BrowserWindow {
  return new BrowserWindow({
    title,
    show: false,
    webPreferences: { ...protections, javascript: false },
  });
}

/** Every open window of the app. */
export const openWindows = (): BrowserWindow[] => BrowserWindow.getAllWindows();
