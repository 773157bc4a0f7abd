import { app, screen, type BrowserWindow } from 'electron';
import { placePanel, type Rectangle } from '#core/tray/placePanel.ts';
import type { PanelWindow } from '../../ports/panelWindow.ts';
import type { CaptureGuard } from '../electron/captureGuard.ts';
import { createPageWindow } from './secureWindow.ts';

export interface PanelWindowOptions {
  /** Address of its page. */
  readonly page: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly capture: CaptureGuard;
  readonly platform: string;
}

/** DIP points. */
const SIZE = { width: 360, height: 460 };

/** A click on the icon takes the focus from the panel before it is told: it is meant to close what it has closed. */
const SAME_CLICK_MS = 300;

/**
 * What keeps it beside full-screen apps and out of the taskbar: on macOS a panel, on X11 a toolbar, since
 * `skipTaskbar` is for macOS and Windows alone. Wayland knows neither.
 */
const TYPES: Readonly<Record<string, string>> = { darwin: 'panel', linux: 'toolbar' };

/** The small window by the tray icon. It is made at its first showing, and hidden when it loses the focus. */
export function createPanelWindow({ page, preload, capture, platform }: PanelWindowOptions): PanelWindow {
  let window: BrowserWindow | null = null;
  let leftAt = -Infinity;

  const hide = (): void => {
    if (window?.isVisible() === true) window.hide();
  };
  const leave = (): void => {
    if (window?.isVisible() !== true) return;
    window.hide();
    leftAt = performance.now();
  };
  const open = (icon: Rectangle | null): BrowserWindow => {
    const look = {
      ...placeOnScreen(icon),
      title: 'Office Hours: next meetings',
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      show: false,
      ...(TYPES[platform] !== undefined && { type: TYPES[platform] }),
    };
    const opened = createPageWindow(look, preload);
    capture.watch(opened);
    opened.setAlwaysOnTop(true, 'pop-up-menu');
    // On the desktop that the user is on, also beside a window that fills the screen.
    opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    // Shown at its first paint, so that nobody sees an empty frame.
    opened.once('ready-to-show', () => opened.show());
    opened.on('blur', leave);
    opened.on('closed', () => {
      window = null;
    });
    void opened.loadURL(page);
    return opened;
  };

  // On Wayland a click on the tray may not focus the panel, so it cannot lose the focus to another window of ours.
  app.on('browser-window-focus', (_event, focused) => {
    if (focused !== window) hide();
  });

  return {
    toggle(icon) {
      if (window?.isVisible() === true) return hide();
      if (performance.now() - leftAt < SAME_CLICK_MS) return;
      if (window === null) {
        window = open(icon);
        return;
      }
      window.setBounds(placeOnScreen(icon));
      window.show();
    },
    close: hide,
    isOpen: () => window?.isVisible() === true,
  };
}

function placeOnScreen(icon: Rectangle | null): Rectangle {
  const pointer = screen.getCursorScreenPoint();
  const { workArea } = screen.getDisplayNearestPoint(icon ?? pointer);
  return placePanel(icon, pointer, workArea, SIZE);
}
