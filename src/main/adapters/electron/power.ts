import { app, powerMonitor, type BrowserWindow } from 'electron';
import type { Power } from '../../ports/power.ts';

/** Required and above zero (seconds), but irrelevant: only the lock state is read. */
const IDLE_AFTER_S = 3600;

/** Sleep, wake-up and screen lock, as the operating system reports them. */
export function createPower(): Power {
  return {
    onResume(callback) {
      powerMonitor.on('resume', callback);
      return {
        [Symbol.dispose]() {
          powerMonitor.off('resume', callback);
        },
      };
    },
    onSuspend(callback) {
      // On Windows the session may end right after this query; later writes may be lost.
      const watch = (_event: unknown, window: BrowserWindow): void => {
        window.on('query-session-end', callback);
      };
      powerMonitor.on('suspend', callback);
      app.on('browser-window-created', watch);
      return {
        [Symbol.dispose]() {
          powerMonitor.off('suspend', callback);
          app.off('browser-window-created', watch);
        },
      };
    },
    // Fires on macOS and Windows only.
    onUnlock(callback) {
      powerMonitor.on('unlock-screen', callback);
      return {
        [Symbol.dispose]() {
          powerMonitor.off('unlock-screen', callback);
        },
      };
    },
    // On Linux this needs a screen saver service of the desktop.
    isLocked: () => powerMonitor.getSystemIdleState(IDLE_AFTER_S) === 'locked',
  };
}
