import { globalShortcut } from 'electron';
import type { Shortcuts } from '../../ports/shortcuts.ts';

/**
 * Keys that work while another program has the focus. Wayland's portal decides later and does not report it: a
 * refused registration looks like one that holds. It also keeps a key that was given back, and pressing one
 * that Electron no longer knows may end the app: so there a key stays registered and does nothing.
 * @param isPortal whether keys go through Wayland's portal
 */
export function createShortcuts(isPortal: boolean): Shortcuts {
  /** What each registered key does now. */
  const deeds = new Map<string, () => void>();
  const nothing = (): void => {};

  return {
    register(keys, pressed) {
      if (!deeds.has(keys)) {
        try {
          if (!globalShortcut.register(keys, () => deeds.get(keys)?.())) return null;
        } catch {
          // Not a name of keys that Electron knows.
          return null;
        }
      }
      deeds.set(keys, pressed);
      return {
        [Symbol.dispose]() {
          if (deeds.get(keys) !== pressed) return;
          if (isPortal) deeds.set(keys, nothing);
          else {
            globalShortcut.unregister(keys);
            deeds.delete(keys);
          }
        },
      };
    },
  };
}

/** Whether global shortcuts go through Wayland's portal. @param ozone value of Chromium's switch `ozone-platform` */
export const usesPortal = (
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  ozone: string,
): boolean => platform === 'linux' && Boolean(env['WAYLAND_DISPLAY']) && ozone !== 'x11';
