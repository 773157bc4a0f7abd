import { powerMonitor } from 'electron';
import type { Power } from '../ports.ts';

/** Sleep and waking, as the operating system tells them. */
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
  };
}
