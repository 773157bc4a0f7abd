import { chordOf, isCharacterKey, type KeyEventParts } from './chord.ts';
import { takesCharacters } from './keyPlace.ts';

/**
 * The key that a small window, such as the alert, acts on: a character alone or with Alt, or a key with a name. Null
 * for keys with Ctrl or ⌘, and for characters while they are switched off or belong to the focused control.
 */
export function actingKey(
  event: KeyEventParts,
  focused: Element | null,
  hasLetterKeys: boolean,
): string | null {
  const chord = chordOf(event);
  if (chord.startsWith('Mod+')) return null;
  if (isCharacterKey(chord) && (!hasLetterKeys || takesCharacters(focused))) return null;
  return chord.replace(/^Alt\+(?=.$)/u, '');
}
