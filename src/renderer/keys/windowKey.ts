import { actingKey } from './actingKey.ts';
import { takesCharacters } from './keyPlace.ts';

/**
 * The key that a small window acts on now, a letter in lower case; null if the focused control, or an open menu, has it
 * for itself.
 */
export function windowKey(event: KeyboardEvent, hasLetterKeys: boolean): string | null {
  const focused = document.activeElement;
  if (document.querySelector('[role="menu"]') !== null) return null;
  const key = actingKey(event, focused, hasLetterKeys);
  // The arrows open a menu from its button.
  if (key === null || (key.startsWith('Arrow') && takesCharacters(focused))) return null;
  return key.length === 1 ? key.toLowerCase() : key;
}
