import { powerMonitor } from 'electron';
import type { Power } from '../ports.ts';

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
      powerMonitor.on('suspend', callback);
      return {
        [Symbol.dispose]() {
          powerMonitor.off('suspend', callback);
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
