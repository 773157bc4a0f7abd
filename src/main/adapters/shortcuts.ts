import { globalShortcut } from 'electron';
import type { Shortcuts } from '../ports.ts';

/**
 * Keys that work while another program has the focus. On Wayland the desktop decides later and tells nobody, so there
 * a registration that was refused looks like one that holds.
 */
export const createShortcuts = (): Shortcuts => ({
  register(keys, pressed) {
    let isOurs: boolean;
    try {
      isOurs = globalShortcut.register(keys, pressed);
    } catch {
      // Not a name of keys that Electron knows.
      return null;
    }
    if (!isOurs) return null;
    return {
      [Symbol.dispose]() {
        // By Wayland's portal `unregister` does nothing; there is only one shortcut, so all of them go.
        globalShortcut.unregisterAll();
      },
    };
  },
});
