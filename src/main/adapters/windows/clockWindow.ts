import { screen, type BrowserWindow } from 'electron';
import { clockPlace, fixedEdge, withWidth } from '#core/floatingClock/placeClock.ts';
import type { Rectangle } from '#core/tray/placePanel.ts';
import { createSignal } from '#base';
import type { ClockWindow } from '../../ports/clockWindow.ts';
import type { ClockMemory } from './clockMemory.ts';
import { createPageWindow } from './secureWindow.ts';
import { showWithoutFocus } from './showWithoutFocus.ts';

export interface ClockWindowOptions {
  /** Address of its page. */
  readonly page: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly memory: ClockMemory;
  readonly platform: string;
}

/** DIP points. `wide` has room for title and buttons. */
const HEIGHT = 44;
const WIDTH = { time: 132, wide: 380 };

/** As for the panel: above full-screen apps on macOS, not in the taskbar on X11. */
const TYPES: Readonly<Record<string, string>> = { darwin: 'panel', linux: 'toolbar' };

/**
 * The floating clock's window. It exists only while it is open. It never takes the focus by itself, and comes up where
 * the user left it. On Wayland the desktop places it, may give it the focus and may cover it with other windows.
 */
export function createClockWindow({ page, preload, memory, platform }: ClockWindowOptions): ClockWindow {
  let window: BrowserWindow | null = null;
  const closed = createSignal();

  const remember = (present: BrowserWindow): void => {
    const { x, y } = resized(present.getBounds(), WIDTH.time);
    // Wayland does not say where a window is.
    if (x !== 0 || y !== 0) memory.write({ x, y });
  };
  const open = (): BrowserWindow => {
    const opened = createPageWindow(
      {
        ...place(memory),
        title: 'Office Hours: clock',
        frame: false,
        resizable: false,
        maximizable: false,
        minimizable: false,
        fullscreenable: false,
        skipTaskbar: true,
        show: false,
        ...(TYPES[platform] !== undefined && { type: TYPES[platform] }),
      },
      preload,
    );
    opened.setAlwaysOnTop(true, 'screen-saver');
    opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    opened.once('ready-to-show', () => showWithoutFocus(opened));
    // By the user, or because the app quits.
    opened.on('close', () => remember(opened));
    opened.on('closed', () => {
      // A window that we closed was forgotten before.
      if (window !== opened) return;
      window = null;
      closed.emit();
    });
    void opened.loadURL(page);
    return opened;
  };

  return {
    show(isProtected) {
      window ??= open();
      window.setContentProtection(isProtected);
    },
    widen(isWide) {
      if (window === null) return 'left';
      const bounds = window.getBounds();
      window.setBounds(resized(bounds, isWide ? WIDTH.wide : WIDTH.time));
      return fixedEdge(bounds, workAreaOf(bounds));
    },
    close() {
      const present = window;
      window = null;
      if (present === null) return;
      remember(present);
      present.destroy();
    },
    onClosed: (callback) => closed.on(callback),
  };
}

const workAreaOf = (bounds: Rectangle): Rectangle => screen.getDisplayNearestPoint(bounds).workArea;

const resized = (bounds: Rectangle, width: number): Rectangle => withWidth(bounds, width, workAreaOf(bounds));

/** Preferably on the display with the pointer. */
function place(memory: ClockMemory): Rectangle {
  const active = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const others = screen.getAllDisplays().filter(({ id }) => id !== active.id);
  const areas = others.map(({ workArea }) => workArea);
  return clockPlace(memory.read(), [active.workArea, ...areas], { width: WIDTH.time, height: HEIGHT });
}
