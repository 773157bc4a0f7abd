/** The parts of a keyboard event that name its keys. */
export type KeyEventParts = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

const PHYSICAL = /^(?:Key([A-Z])|Digit(\d))$/;

/**
 * The pressed keys in one form: `J`, `?`, `Mod+K`, `Alt+1`, `Mod+Shift+A`, `Escape`. `Mod` is Ctrl, or ⌘ on macOS.
 * Shift is named for letters with a modifier and for keys without a character only, since `?` needs it anyway.
 */
export function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyEventParts): string {
  const isMod = ctrlKey || metaKey;
  const [, letter, digit] = PHYSICAL.exec(code) ?? [];
  // Option types another character on macOS, and digits need Shift on French keyboards.
  const physical = altKey && !/^[\da-z]$/i.test(key) ? (letter ?? digit) : isMod ? digit : undefined;
  const name = physical ?? (key.length === 1 ? key.toUpperCase() : key);
  const isShift = shiftKey && (name.length > 1 || ((isMod || altKey) && /[A-Z]/.test(name)));
  return [...(isMod ? ['Mod'] : []), ...(altKey ? ['Alt'] : []), ...(isShift ? ['Shift'] : []), name].join(
    '+',
  );
}

/** True for one character without Ctrl, ⌘ or Alt: what the user can switch off. */
export const isCharacterKey = (chord: string): boolean => /^.$/u.test(chord);

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Comma: ',',
};

/** The names of the keys to press together, as they are on the platform's keyboard. */
export function keyNames(chord: string, isMac: boolean): string[] {
  const names: Readonly<Record<string, string>> = isMac
    ? { ...SYMBOLS, Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' }
    : { ...SYMBOLS, Mod: 'Ctrl' };
  return chord.split('+').map((name) => names[name] ?? name);
}

/** The chord of an Electron accelerator such as `CommandOrControl+Shift+J`. */
export const chordOfAccelerator = (accelerator: string, isMac: boolean): string =>
  accelerator
    .split('+')
    .map((part) => {
      if (/^(?:CommandOrControl|CmdOrCtrl)$/i.test(part) || (isMac && /^(?:Command|Cmd)$/i.test(part)))
        return 'Mod';
      if (/^(?:Control|Ctrl)$/i.test(part)) return isMac ? 'Control' : 'Mod';
      return /^Option$/i.test(part) ? 'Alt' : part;
    })
    .join('+');
