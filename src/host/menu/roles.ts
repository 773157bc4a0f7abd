import { app } from '../app.ts';
import { BrowserWindow } from '../window/browserWindow.ts';

/** `hideOthers` reads `Hide Others`, as good as Electron's own labels where it has no better. */
export function roleLabel(role: string): string {
  return role.replace(/[A-Z]/g, ' $&').replace(/^./, (first) => first.toUpperCase());
}

/** Does what a role means; false where the host has no such thing, and the item's own click counts. */
export function runRole(role: string): boolean {
  const window = BrowserWindow.getFocusedWindow();
  switch (role) {
    case 'quit':
      app.quit();
      return true;
    case 'close':
      window?.close();
      return true;
    case 'minimize':
      window?.minimize();
      return true;
    default:
      return false;
  }
}
