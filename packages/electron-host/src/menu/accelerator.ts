/** Electron's accelerators: ASCII, `+` between the parts, modifiers and one known key. Source: shell/browser/ui/accelerator_util.cc */
export interface Accelerator {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
  /** lower case; as in KeyboardEvent.key, where that has a name for it */
  key: string;
}

const MODIFIERS: Record<string, 'ctrl' | 'alt' | 'shift' | 'meta'> = {
  commandorcontrol: 'ctrl',
  cmdorctrl: 'ctrl',
  control: 'ctrl',
  ctrl: 'ctrl',
  alt: 'alt',
  altgr: 'alt',
  shift: 'shift',
  super: 'meta',
  meta: 'meta',
};
const NAMED: Record<string, string> = {
  plus: '+',
  space: ' ',
  tab: 'tab',
  backspace: 'backspace',
  delete: 'delete',
  insert: 'insert',
  return: 'enter',
  enter: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  home: 'home',
  end: 'end',
  pageup: 'pageup',
  pagedown: 'pagedown',
  escape: 'escape',
  esc: 'escape',
  capslock: 'capslock',
  numlock: 'numlock',
  scrolllock: 'scrolllock',
  printscreen: 'printscreen',
  volumeup: 'audiovolumeup',
  volumedown: 'audiovolumedown',
  volumemute: 'audiovolumemute',
  medianexttrack: 'mediatracknext',
  mediaprevioustrack: 'mediatrackprevious',
  mediastop: 'mediastop',
  mediaplaypause: 'mediaplaypause',
};
/** Keys of the number pad. They are named `kp…` here, to differ from the keys above the letters. */
const NUMPAD: Record<string, string> = {
  numadd: 'kpadd',
  numsub: 'kpsub',
  nummult: 'kpmult',
  numdiv: 'kpdiv',
  numdec: 'kpdec',
  ...Object.fromEntries(Array.from({ length: 10 }, (_none, digit) => [`num${digit}`, `kp${digit}`])),
};
const SINGLE = /^[a-z0-9)!@#$%^&*(:;<>,.?/~`{}[\]|\\'"_=-]$/;
const FUNCTION_KEY = /^f([1-9]|1\d|2[0-4])$/;

function keyOf(part: string): string | undefined {
  if (SINGLE.test(part) || FUNCTION_KEY.test(part)) return part;
  return NAMED[part] ?? NUMPAD[part];
}

/** undefined where Electron would not take it; also for Command and Option, which mean nothing off macOS. */
export function parseAccelerator(text: string): Accelerator | undefined {
  const parsed: Accelerator = { ctrl: false, alt: false, shift: false, meta: false, key: '' };
  for (const part of text.toLowerCase().split('+')) {
    const modifier = MODIFIERS[part];
    const key = keyOf(part);
    if (modifier) parsed[modifier] = true;
    else if (key !== undefined && !parsed.key) parsed.key = key;
    else return undefined;
  }
  return parsed.key ? parsed : undefined;
}
