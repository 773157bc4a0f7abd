import { app } from '../app.ts';
import { BrowserWindow } from '../window/browserWindow.ts';

/** `hideOthers` reads `Hide Others`, a fallback for roles without a label of their own. */
export function roleLabel(role: string): string {
  return role.replace(/[A-Z]/g, ' $&').replace(/^./, (first) => first.toUpperCase());
}

/** Default accelerators of roles on Linux. Source: lib/browser/api/menu-item-roles.ts */
const KEYS: Readonly<Record<string, string>> = {
  close: 'CommandOrControl+W',
  forcereload: 'Shift+CommandOrControl+R',
  minimize: 'CommandOrControl+M',
  quit: 'CommandOrControl+Q',
  reload: 'CommandOrControl+R',
  toggledevtools: 'Ctrl+Shift+I',
  togglefullscreen: 'F11',
};

/** Null if the role has none, or Chromium's own shortcut does the same (zoom, clipboard). */
export const roleKey = (role: string): string | null => KEYS[role.toLowerCase()] ?? null;

/** Runs the action of a role; false if the host does not have it, and the item's click handler runs instead. */
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
