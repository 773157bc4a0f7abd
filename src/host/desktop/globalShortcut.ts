import { parseAccelerator } from '../menu/accelerator.ts';
import { hasTrait } from '../profile.ts';
import { requireReady } from '../runtime.ts';

const NOT_READY = 'globalShortcut cannot be used before the app is ready';
const registered = new Map<string, () => void>();

/** One name for each way to write an accelerator. Throws Electron's text on what is none. */
function nameOf(accelerator: string): string {
  const parsed = parseAccelerator(accelerator);
  if (!parsed) {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
  }
  return JSON.stringify(parsed);
}

/** By the portal (Wayland) the desktop decides later, and nobody is told what. */
export const globalShortcut = {
  /** X11: false when taken. */
  register(accelerator: string, callback: () => void): boolean {
    requireReady(NOT_READY);
    const name = nameOf(accelerator);
    const isPortal = hasTrait('wayland') || hasTrait('portal-denied');
    if (registered.has(name) && !isPortal) return false;
    registered.set(name, callback);
    return true;
  },

  isRegistered(accelerator: string): boolean {
    requireReady(NOT_READY);
    return registered.has(nameOf(accelerator));
  },

  /** By the portal it does nothing. */
  unregister(accelerator: string): void {
    requireReady(NOT_READY);
    const name = nameOf(accelerator);
    if (!hasTrait('wayland')) registered.delete(name);
  },

  unregisterAll(): void {
    requireReady(NOT_READY);
    registered.clear();
  },
};
