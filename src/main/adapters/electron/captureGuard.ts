import type { BrowserWindow } from 'electron';

/** Keeps windows out of screenshots and shared screens. macOS and Windows only; Linux has no such thing. */
export interface CaptureGuard {
  /** From now on the window is guarded whenever the others are. */
  watch(window: BrowserWindow): void;
  guard(isOn: boolean): void;
}

/** Guards nothing until it is told to. */
export function createCaptureGuard(): CaptureGuard {
  const windows = new Set<BrowserWindow>();
  let isOn = false;
  return {
    watch(window) {
      windows.add(window);
      window.on('closed', () => windows.delete(window));
      window.setContentProtection(isOn);
    },
    guard(isOnNow) {
      isOn = isOnNow;
      for (const window of windows) window.setContentProtection(isOn);
    },
  };
}
