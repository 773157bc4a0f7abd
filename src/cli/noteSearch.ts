/** How much of the text around a hit is shown, in characters before and after. */
const BEFORE = 40;
const AFTER = 100;

/** Case and accents do not matter. A letter without its accent keeps its place, so that positions stay true. */
const fold = (text: string): string =>
  Array.from(text, (character) => {
    const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    return bare.length === character.length ? bare : character;
  }).join('');

/**
 * A few words around the first hit in a note that holds all the words, in its title or text; null where it does not
 * hold all of them. Empty only for a note without text.
 */
export function findSnippet(title: string, body: string, words: readonly string[]): string | null {
  // Composed letters are one character each, so that a place in the folded text is one in the text.
  const text = body.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const [foldedTitle, foldedText] = [fold(title.normalize('NFC')), fold(text)];
  const wanted = words.map((word) => fold(word.normalize('NFC')));
  if (!wanted.every((word) => foldedTitle.includes(word) || foldedText.includes(word))) return null;
  const places = wanted.map((word) => foldedText.indexOf(word)).filter((place) => place !== -1);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = Math.max(0, first - BEFORE);
  const to = Math.min(text.length, first + AFTER);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}
