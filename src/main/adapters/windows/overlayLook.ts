import type { BrowserWindow } from 'electron';
import type { Rectangle } from '#core/tray/placePanel.ts';
import type { WindowLook } from './secureWindow.ts';

/**
 * Window types that show above full-screen apps and not in the taskbar: a panel on macOS, a toolbar on X11, where
 * `skipTaskbar` has no effect. Wayland has neither.
 */
const TYPES: Readonly<Record<string, string>> = { darwin: 'panel', linux: 'toolbar' };

/** A small window without a frame that the user cannot resize, hidden at first. */
export const overlayLook = (title: string, place: Rectangle, platform: string): WindowLook => ({
  ...place,
  title,
  frame: false,
  resizable: false,
  maximizable: false,
  minimizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  show: false,
  ...(TYPES[platform] !== undefined && { type: TYPES[platform] }),
});

/** Keeps a window in front, on the current workspace, also above a full-screen window. */
export function keepInFront(window: BrowserWindow, level: 'screen-saver' | 'pop-up-menu'): void {
  window.setAlwaysOnTop(true, level);
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
}
