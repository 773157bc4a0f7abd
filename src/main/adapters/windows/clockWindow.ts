import { screen, type BrowserWindow } from 'electron';
import { clockPlace, fixedEdge, withSize, type Size } from '#core/floatingClock/placeClock.ts';
import type { Rectangle } from '#core/tray/placePanel.ts';
import { createSignal } from '#base';
import type { ClockWindow } from '../../ports/clockWindow.ts';
import type { ClockMemory } from './clockMemory.ts';
import { keepInFront, overlayLook } from './overlayLook.ts';
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

/** DIP points, without zoom. `wide` has room for title and buttons. */
const SIZE = { time: { width: 132, height: 44 }, wide: { width: 380, height: 44 } };

/**
 * The floating clock's window. It exists only while it is open. It never takes the focus by itself, and comes up where
 * the user left it. On Wayland the desktop places it, may give it the focus and may cover it with other windows.
 */
export function createClockWindow({ page, preload, memory, platform }: ClockWindowOptions): ClockWindow {
  let window: BrowserWindow | null = null;
  const closed = createSignal();

  const remember = (present: BrowserWindow): void => {
    const { x, y } = resized(present.getBounds(), SIZE.time);
    // Wayland does not say where a window is.
    if (x !== 0 || y !== 0) memory.write({ x, y });
  };
  const open = (): BrowserWindow => {
    const opened = createPageWindow(overlayLook('Office Hours: clock', place(memory), platform), preload);
    keepInFront(opened, 'screen-saver');
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
    widen(isWide, pixelRatio) {
      if (window === null) return 'left';
      const bounds = window.getBounds();
      // The zoom of one of our pages is that of all.
      const zoom = pixelRatio / screen.getDisplayNearestPoint(bounds).scaleFactor;
      const size = zoomed(isWide ? SIZE.wide : SIZE.time, zoom);
      window.setBounds(resized(bounds, size));
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

const resized = (bounds: Rectangle, size: Size): Rectangle => withSize(bounds, size, workAreaOf(bounds));

/** A magnified page needs so much more room. */
const zoomed = ({ width, height }: Size, factor: number): Size => ({
  width: Math.round(width * factor),
  height: Math.round(height * factor),
});

/** Preferably on the display with the pointer. */
function place(memory: ClockMemory): Rectangle {
  const active = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const others = screen.getAllDisplays().filter(({ id }) => id !== active.id);
  const areas = others.map(({ workArea }) => workArea);
  return clockPlace(memory.read(), [active.workArea, ...areas], SIZE.time);
}
