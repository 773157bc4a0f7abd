import { texts } from '../texts.ts';
/** Id of the option “None”. */
export const NO_KEYS = 'none';

const USUAL = [
  'CommandOrControl+Shift+J',
  'CommandOrControl+Alt+J',
  'CommandOrControl+Shift+M',
  'Alt+Shift+J',
];

/** `Ctrl + Shift + J`, or `⌘ + Shift + J`. */
export const keyWords = (keys: string, isMac: boolean): string =>
  keys.replace('CommandOrControl', isMac ? '⌘' : 'Ctrl').replaceAll('+', ' + ');

/** The usual keys, the current ones if they are others (they may come from a file), and none. */
export function joinKeyChoices(present: string | null, isMac: boolean): { id: string; label: string }[] {
  const keys = new Set(present === null ? USUAL : [...USUAL, present]);
  return [...[...keys].map((id) => ({ id, label: keyWords(id, isMac) })), { id: NO_KEYS, label: texts.none }];
}
