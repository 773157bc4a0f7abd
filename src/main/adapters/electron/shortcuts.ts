import { globalShortcut } from 'electron';
import type { Shortcuts } from '../../ports/shortcuts.ts';

/**
 * Keyboard shortcuts that work while another program has the focus. Wayland's portal decides later and does not report
 * a refusal. It also keeps an unregistered shortcut, and pressing one that Electron no longer knows may crash the app;
 * so with the portal a shortcut stays registered and does nothing.
 * @param isPortal whether shortcuts go through Wayland's portal
 */
export function createShortcuts(isPortal: boolean): Shortcuts {
  /** The current action of each registered shortcut. */
  const actions = new Map<string, () => void>();
  const nothing = (): void => {};

  return {
    register(keys, pressed) {
      if (!actions.has(keys)) {
        try {
          if (!globalShortcut.register(keys, () => actions.get(keys)?.())) return null;
        } catch {
          // Not a valid accelerator.
          return null;
        }
      }
      actions.set(keys, pressed);
      return {
        [Symbol.dispose]() {
          if (actions.get(keys) !== pressed) return;
          if (isPortal) actions.set(keys, nothing);
          else {
            globalShortcut.unregister(keys);
            actions.delete(keys);
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
