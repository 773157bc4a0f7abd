import { app } from '../app.ts';
import { BrowserWindow } from '../window/browserWindow.ts';

/** `hideOthers` reads `Hide Others`, as good as Electron's own labels where it has no better. */
export function roleLabel(role: string): string {
  return role.replace(/[A-Z]/g, ' $&').replace(/^./, (first) => first.toUpperCase());
}

/** Keys that a role has by itself, on Linux. Source: lib/browser/api/menu-item-roles.ts */
const KEYS: Readonly<Record<string, string>> = {
  close: 'CommandOrControl+W',
  forcereload: 'Shift+CommandOrControl+R',
  minimize: 'CommandOrControl+M',
  quit: 'CommandOrControl+Q',
  reload: 'CommandOrControl+R',
  toggledevtools: 'Ctrl+Shift+I',
  togglefullscreen: 'F11',
};

/** null where it has none, or Chromium's own key does the same in the host's window (zoom, clipboard). */
export const roleKey = (role: string): string | null => KEYS[role.toLowerCase()] ?? null;

/** Does what a role means; false where the host has no such thing, and the item's own click counts. */
export function runRole(role: string): boolean {
  const window = BrowserWindow.getFocusedWindow();
  switch (role.toLowerCase()) {
    case 'quit':
      app.quit();
      return true;
    case 'close':
      window?.close();
      return true;
    case 'minimize':
      window?.minimize();
      return true;
    case 'reload':
    case 'forcereload':
      window?.webContents.reload();
      return true;
    default:
      return false;
  }
}
