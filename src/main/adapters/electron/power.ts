import { app, powerMonitor, type BrowserWindow } from 'electron';
import type { Power } from '../../ports/power.ts';

/** Of no meaning where only the lock is asked for; it must be above zero (seconds). */
const IDLE_AFTER_S = 3600;

/** Sleep, waking and the lock of the screen, as the operating system tells them. */
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
      // On Windows the session's end is near when its windows are asked; what is written later may be lost.
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
    // macOS and Windows only.
    onUnlock(callback) {
      powerMonitor.on('unlock-screen', callback);
      return {
        [Symbol.dispose]() {
          powerMonitor.off('unlock-screen', callback);
        },
      };
    },
    // Everywhere, on Linux where the desktop has a screen saver service.
    isLocked: () => powerMonitor.getSystemIdleState(IDLE_AFTER_S) === 'locked',
  };
}
