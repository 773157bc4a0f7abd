import type { BrowserWindow } from 'electron';

/** Excludes windows from screenshots and shared screens. macOS and Windows only; Linux offers no such protection. */
export interface CaptureGuard {
  /** Adds a window; its protection follows `guard` until it closes. */
  watch(window: BrowserWindow): void;
  guard(isOn: boolean): void;
}

/** Off until the first `guard(true)`. */
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
