import { screen, type BrowserWindow, type Display } from 'electron';
import type { AlertPlacement, AlertWindow } from '../../ports/alertWindow.ts';
import { createPageWindow } from './secureWindow.ts';
import { showWithoutFocus } from './showWithoutFocus.ts';

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
 * The alert window: in front of all windows, on the display with the pointer or on every display. It exists only while
 * it is open; closing it on one display closes it on all.
 */
export function createAlertWindow(options: AlertWindowOptions): AlertWindow {
  /** By display id. */
  const windows = new Map<number, BrowserWindow>();
  const closed = new Set<() => void>();
  let placement: AlertPlacement = { onAllDisplays: false, isProtected: true };

  const openOn = (display: Display): void => {
    const opened = openWindow(options, display, placement);
    windows.set(display.id, opened);
    opened.on('closed', () => {
      // Windows that we closed were removed from the map before.
      if (windows.get(display.id) !== opened) return;
      windows.delete(display.id);
      closeAll();
      for (const callback of closed) callback();
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
    const displays = placement.onAllDisplays ? screen.getAllDisplays() : [activeDisplay()];
    for (const display of displays) if (!windows.has(display.id)) openOn(display);
  };

  // An unplugged display loses its window; another display must show it.
  screen.on('display-removed', (_event, { id }) => {
    if (windows.size === 0) return;
    forget(id);
    if (windows.size === 0 || placement.onAllDisplays) open();
  });
  screen.on('display-added', () => {
    if (windows.size > 0 && placement.onAllDisplays) open();
  });

  return {
    show(wanted) {
      placement = wanted;
      for (const window of windows.values()) window.setContentProtection(placement.isProtected);
      // A window that is open on another display stays there.
      if (windows.size === 0 || placement.onAllDisplays) open();
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
  placement: AlertPlacement,
): BrowserWindow {
  const opened = createPageWindow(
    {
      ...placeOn(display),
      title: 'Office Hours: reminder',
      icon,
      autoHideMenuBar: true,
      show: false,
      // On macOS only a panel floats above full-screen apps while the app keeps its dock icon.
      ...(platform === 'darwin' && { type: 'panel' }),
    },
    preload,
  );
  // Also above full-screen windows. Wayland does not support this.
  opened.setAlwaysOnTop(true, 'screen-saver');
  opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  opened.setContentProtection(placement.isProtected);
  // Where that cannot be, on Wayland, the page ignores keys for a moment.
  opened.once('ready-to-show', () => showWithoutFocus(opened));
  void opened.loadURL(page);
  return opened;
}

const activeDisplay = (): Display => screen.getDisplayNearestPoint(screen.getCursorScreenPoint());

/** Centred on a display. */
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
