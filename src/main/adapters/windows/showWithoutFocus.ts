import type { BrowserWindow } from 'electron';

/** Shows a window without the focus. Wayland cannot do that: there the desktop decides whether it gets the focus. */
export function showWithoutFocus(window: BrowserWindow): void {
  window.showInactive();
  if (!window.isVisible()) window.show();
}
