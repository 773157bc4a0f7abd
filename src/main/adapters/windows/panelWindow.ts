import { app, screen, type BrowserWindow } from 'electron';
import { placePanel, type Rectangle } from '#core/tray/placePanel.ts';
import type { PanelWindow } from '../../ports/panelWindow.ts';
import type { CaptureGuard } from './captureGuard.ts';
import { keepInFront, overlayLook } from './overlayLook.ts';
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
const SIZE = { width: 360, height: 520 };

/** A click on the icon blurs and thus hides the panel before its click event: that click must not open it again. */
const SAME_CLICK_MS = 300;

/** The small window by the tray icon. Created when first shown, hidden when it loses the focus. */
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
    const look = overlayLook('Office Hours: next meetings', placeOnScreen(icon), platform);
    const opened = createPageWindow(look, preload);
    capture.watch(opened);
    keepInFront(opened, 'pop-up-menu');
    // Show it at its first paint, not as an empty frame.
    opened.once('ready-to-show', () => opened.show());
    opened.on('blur', leave);
    opened.on('closed', () => {
      window = null;
    });
    void opened.loadURL(page);
    return opened;
  };

  // On Wayland a click on the tray may not focus the panel, so it gets no blur event when another window gets the focus.
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
