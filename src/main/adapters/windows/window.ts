import type { BrowserWindow } from 'electron';
import type { HiddenIn } from '../../ports/desktop.ts';
import type { Route } from '#core/desktop/route.ts';
import type { CaptureGuard } from './captureGuard.ts';
import { createPageWindow } from './secureWindow.ts';
import type { WindowMemory } from './windowMemory.ts';

export interface MainWindowOptions {
  /** Address of the page. */
  readonly page: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  /** Absolute path of the window's icon, for Linux and Windows. */
  readonly icon: string;
  readonly memory: WindowMemory;
  readonly capture: CaptureGuard;
  /** While false, closing the window hides it and the app keeps running. */
  readonly isQuitting: () => boolean;
  /** Without a tray the window is minimised instead: the user could not get a hidden window back. */
  readonly hasTray: () => Promise<boolean>;
}

/** The main window. Created when first shown; hidden or minimised instead of closed until the app quits. */
export interface MainWindow {
  show(route: Route | null): void;
  onHidden(callback: (where: HiddenIn) => void): Disposable;
}

/** Prepares the window without showing it. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  /** Before its first paint it would be an empty frame. */
  let isShown = false;
  const listeners = new Set<(where: HiddenIn) => void>();

  const hide = async (closed: BrowserWindow): Promise<void> => {
    const where = (await options.hasTray()) ? 'tray' : 'taskbar';
    if (closed.isDestroyed()) return;
    if (where === 'tray') closed.hide();
    else closed.minimize();
    for (const callback of listeners) callback(where);
  };

  const open = (): BrowserWindow => {
    const opened = openWindow(options);
    options.capture.watch(opened);
    opened.on('close', (event) => {
      options.memory.write({
        ...sizeOf(opened),
        isMaximized: opened.isMaximized(),
      });
      if (options.isQuitting()) return;
      event.preventDefault();
      void hide(opened);
    });
    opened.once('show', () => {
      isShown = true;
    });
    opened.on('closed', () => {
      window = null;
      isShown = false;
    });
    return opened;
  };

  return {
    show(route) {
      window ??= open();
      if (isShown) bringToFront(window);
      if (route !== null) sendWhenLoaded(window, route);
    },
    onHidden(callback) {
      listeners.add(callback);
      return {
        [Symbol.dispose]() {
          listeners.delete(callback);
        },
      };
    },
  };
}

function openWindow({ page, preload, icon, memory }: MainWindowOptions): BrowserWindow {
  const shape = memory.read();
  const look = {
    width: shape.width,
    height: shape.height,
    minWidth: 480,
    minHeight: 360,
    title: 'Office Hours',
    icon,
    autoHideMenuBar: true,
    // Show it at its first paint, not as an empty frame.
    show: false,
  };
  const window = createPageWindow(look, preload);
  window.once('ready-to-show', () => {
    if (shape.isMaximized) window.maximize();
    window.show();
  });
  void window.loadURL(page);
  return window;
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A page that is loading has no listener yet. */
function sendWhenLoaded(window: BrowserWindow, route: Route): void {
  const send = (): void => window.webContents.send('app:show', route);
  if (window.webContents.isLoadingMainFrame()) window.webContents.once('did-finish-load', send);
  else send();
}

function sizeOf(window: BrowserWindow): { readonly width: number; readonly height: number } {
  const { width, height } = window.getNormalBounds();
  return { width, height };
}
