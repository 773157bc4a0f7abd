import { screen, type BrowserWindow, type Display } from 'electron';
import type { AlertPlacement, AlertWindow } from '../../ports/alertWindow.ts';
import { createPageWindow } from './secureWindow.ts';

export interface AlertWindowOptions {
  /** Address of its page. */
  readonly page: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  /** Absolute path of the window's icon, for Linux and Windows. */
  readonly icon: string;
  readonly platform: string;
}

/** DIP points; smaller where the screen is. */
const SIZE = { width: 760, height: 600 };
const MARGIN = 48;

/**
 * The large window: in front of everything, on the screen that the user looks at or on each of them. It exists only
 * while it is open; closing it on one screen closes it on all.
 */
export function createAlertWindow(options: AlertWindowOptions): AlertWindow {
  /** By the display they are on. */
  const windows = new Map<number, BrowserWindow>();
  const closed = new Set<() => void>();
  let look: AlertPlacement = { onAllDisplays: false, isProtected: true };

  const openOn = (display: Display): void => {
    const opened = openWindow(options, display, look);
    windows.set(display.id, opened);
    opened.on('closed', () => {
      // Closed by us, it was forgotten before.
      if (windows.get(display.id) !== opened) return;
      windows.delete(display.id);
      closeAll();
      for (const tell of closed) tell();
    });
  };
  const forget = (id: number): void => {
    const window = windows.get(id);
    windows.delete(id);
    window?.destroy();
  };
  const closeAll = (): void => {
    for (const id of windows.keys()) forget(id);
  };
  const open = (): void => {
    const displays = look.onAllDisplays ? screen.getAllDisplays() : [activeDisplay()];
    for (const display of displays) if (!windows.has(display.id)) openOn(display);
  };

  // A screen that is unplugged takes its window along; another one must show what it showed.
  screen.on('display-removed', (_event, { id }) => {
    if (windows.size === 0) return;
    forget(id);
    if (windows.size === 0 || look.onAllDisplays) open();
  });
  screen.on('display-added', () => {
    if (windows.size > 0 && look.onAllDisplays) open();
  });

  return {
    show(wanted) {
      look = wanted;
      for (const window of windows.values()) window.setContentProtection(look.isProtected);
      // One that stands on another screen already stays there.
      if (windows.size === 0 || look.onAllDisplays) open();
    },
    close: closeAll,
    onClosed(callback) {
      closed.add(callback);
      return {
        [Symbol.dispose]() {
          closed.delete(callback);
        },
      };
    },
  };
}

function openWindow(
  { page, preload, icon, platform }: AlertWindowOptions,
  display: Display,
  look: AlertPlacement,
): BrowserWindow {
  const opened = createPageWindow(
    {
      ...placeOn(display),
      title: 'Office Hours: reminder',
      icon,
      autoHideMenuBar: true,
      show: false,
      // On macOS only a panel floats above apps that fill the screen without the app leaving the dock.
      ...(platform === 'darwin' && { type: 'panel' }),
    },
    preload,
  );
  // Above windows that fill the screen, too; Wayland lets no window choose that.
  opened.setAlwaysOnTop(true, 'screen-saver');
  opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  opened.setContentProtection(look.isProtected);
  opened.once('ready-to-show', () => showCalmly(opened));
  void opened.loadURL(page);
  return opened;
}

/** Wayland cannot show a window without focusing it; there the page's own guard keeps stray keys out. */
function showCalmly(window: BrowserWindow): void {
  window.showInactive();
  if (!window.isVisible()) window.show();
}

const activeDisplay = (): Display => screen.getDisplayNearestPoint(screen.getCursorScreenPoint());

/** In the middle of a screen. */
function placeOn({ workArea }: Display): { width: number; height: number; x: number; y: number } {
  const width = Math.min(SIZE.width, workArea.width - MARGIN);
  const height = Math.min(SIZE.height, workArea.height - MARGIN);
  return {
    width,
    height,
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
  };
}
