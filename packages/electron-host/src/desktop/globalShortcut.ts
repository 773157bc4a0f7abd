import { parseAccelerator, type Accelerator } from '../menu/accelerator.ts';
import { hasTrait } from '../profile.ts';
import { requireReady } from '../runtime.ts';
import { x11, type KeyPress } from './x11.ts';

const NOT_READY = 'globalShortcut cannot be used before the app is ready';
const KEYSYMS: Record<string, number> = {
  enter: 0xff0d,
  escape: 0xff1b,
  tab: 0xff09,
  backspace: 0xff08,
  delete: 0xffff,
  home: 0xff50,
  arrowleft: 0xff51,
  arrowup: 0xff52,
  arrowright: 0xff53,
  arrowdown: 0xff54,
  pageup: 0xff55,
  pagedown: 0xff56,
  end: 0xff57,
  insert: 0xff63,
  kpmult: 0xffaa,
  kpadd: 0xffab,
  kpsub: 0xffad,
  kpdec: 0xffae,
  kpdiv: 0xffaf,
};
const KP_0 = 0xffb0;
const F1 = 0xffbe;

interface Registered {
  callback: () => void;
  /** Undefined if no X server watches the key. */
  grabbed: KeyPress | undefined;
}
const registered = new Map<string, Registered>();
let isListening = false;

/** The key on this keyboard. Source of the numbers: X11/keysymdef.h */
function keyPress({ key, shift, ctrl, alt, meta }: Accelerator): KeyPress | undefined {
  const functionKey = /^f(\d+)$/.exec(key)?.[1];
  const padDigit = /^kp(\d)$/.exec(key)?.[1];
  const keysym = functionKey
    ? F1 + Number(functionKey) - 1
    : padDigit
      ? KP_0 + Number(padDigit)
      : (KEYSYMS[key] ?? key.charCodeAt(0));
  const keycode = x11()?.keycodeOf(keysym);
  if (keycode === undefined) return undefined;
  return { keycode, modifiers: (shift ? 1 : 0) | (ctrl ? 4 : 0) | (alt ? 8 : 0) | (meta ? 64 : 0) };
}

function grab(accelerator: Accelerator): KeyPress | undefined {
  const key = keyPress(accelerator);
  if (!key) return undefined;
  x11()?.grab(key);
  if (isListening) return key;
  isListening = true;
  x11()?.onKeyPress((pressed) => {
    for (const { callback, grabbed } of registered.values()) {
      if (grabbed?.keycode === pressed.keycode && grabbed.modifiers === pressed.modifiers) callback();
    }
  });
  return key;
}

function forget(name: string): void {
  const grabbed = registered.get(name)?.grabbed;
  if (grabbed) x11()?.ungrab(grabbed);
  registered.delete(name);
}

/** Throws with Electron's message if the text is not an accelerator. */
function parse(accelerator: string): Accelerator {
  const parsed = parseAccelerator(accelerator);
  if (!parsed) {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
  }
  return parsed;
}

/** One name for each way to write an accelerator. */
function nameOf(accelerator: string): string {
  return JSON.stringify(parse(accelerator));
}

/** Portal (Wayland): the desktop decides later and does not report the result. */
export const globalShortcut = {
  /** X11: false if the app has the shortcut already. The server reports the grab of another program too late. */
  register(accelerator: string, callback: () => void): boolean {
    requireReady(NOT_READY);
    const name = nameOf(accelerator);
    const isPortal = hasTrait('wayland') || hasTrait('portal-denied');
    if (registered.has(name) && !isPortal) return false;
    registered.set(name, { callback, grabbed: isPortal ? undefined : grab(parse(accelerator)) });
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
    if (!hasTrait('wayland')) forget(name);
  },

  unregisterAll(): void {
    requireReady(NOT_READY);
    for (const name of registered.keys()) forget(name);
  },
};
