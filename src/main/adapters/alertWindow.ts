import { BrowserWindow, screen } from 'electron';
import type { AlertSurface } from '../ports.ts';

export interface AlertWindowOptions {
  /** Address of its page. */
  readonly page: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  /** Absolute path of the window's icon, for Linux and Windows. */
  readonly icon: string;
}

/** DIP points; smaller where the screen is. */
const SIZE = { width: 760, height: 600 };
const MARGIN = 48;

/** The large window: in front of everything, on the screen that the user looks at. It exists only while it is open. */
export function createAlertWindow({ page, preload, icon }: AlertWindowOptions): AlertSurface {
  let window: BrowserWindow | null = null;
  const closed = new Set<() => void>();

  const open = (): BrowserWindow => {
    const opened = new BrowserWindow({
      ...placeOnScreen(),
      title: 'Office Hours: reminder',
      icon,
      autoHideMenuBar: true,
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    // Above windows that fill the screen, too; Wayland lets no window choose that.
    opened.setAlwaysOnTop(true, 'screen-saver');
    opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    // Keeps the title out of a shared screen. macOS and Windows only; Linux has no such thing.
    opened.setContentProtection(true);
    opened.once('ready-to-show', () => showCalmly(opened));
    opened.on('closed', () => {
      // Closed by us, it was forgotten before.
      if (window !== opened) return;
      window = null;
      for (const tell of closed) tell();
    });
    void opened.loadURL(page);
    return opened;
  };

  return {
    show() {
      window ??= open();
    },
    close() {
      const opened = window;
      window = null;
      opened?.destroy();
    },
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

/** Wayland cannot show a window without focusing it; there the page's own guard keeps stray keys out. */
function showCalmly(window: BrowserWindow): void {
  window.showInactive();
  if (!window.isVisible()) window.show();
}

/** In the middle of the screen with the pointer on it. */
function placeOnScreen(): { width: number; height: number; x: number; y: number } {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(SIZE.width, workArea.width - MARGIN);
  const height = Math.min(SIZE.height, workArea.height - MARGIN);
  return {
    width,
    height,
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
  };
}
