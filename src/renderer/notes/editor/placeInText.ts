import { EditorSelection, type EditorState, type SelectionRange } from '@codemirror/state';
import { foldWord, wordsOf } from '#core/notes/search.ts';
import type { NotePlace } from '../../store/noteOpening.ts';

/** What to select for a place; null for the place where the note was left. */
export function rangeOf(state: EditorState, place: NotePlace): SelectionRange | null {
  const { doc } = state;
  switch (place.kind) {
    case 'left':
      return null;
    case 'offset':
      return EditorSelection.cursor(Math.min(Math.max(0, place.offset), doc.length));
    case 'line':
      return EditorSelection.cursor(doc.line(Math.min(Math.max(1, place.line), doc.lines)).to);
    case 'words':
      return bestOf(doc.toString(), [...new Set(wordsOf(place.words))]);
    default:
      return place satisfies never;
  }
}

/**
 * The first of these words, in the first line that has most of them. Null if they were misspelled, so that no line has
 * any.
 * @param wanted folded; they match at the beginning of a word
 */
function bestOf(text: string, wanted: readonly string[]): SelectionRange | null {
  let [best, range]: [number, SelectionRange | null] = [0, null];
  let lineEnd = -1;
  let found = new Set<string>();
  let first: SelectionRange | null = null;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (index > lineEnd) {
      lineEnd = text.indexOf('\n', index);
      if (lineEnd === -1) lineEnd = text.length;
      [found, first] = [new Set(), null];
    }
    const folded = foldWord(word);
    const match = wanted.find((one) => folded.startsWith(one) && !found.has(one));
    if (match === undefined) continue;
    found.add(match);
    first ??= EditorSelection.range(index, index + word.length);
    if (found.size <= best) continue;
    [best, range] = [found.size, first];
    if (best === wanted.length) break;
  }
  return range;
}
