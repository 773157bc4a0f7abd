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
      return firstOf(doc.toString(), wordsOf(place.words));
    default:
      return place satisfies never;
  }
}

/**
 * The first word that begins with one of those that were searched for. If they were misspelled, none does.
 * @param wanted folded
 */
function firstOf(text: string, wanted: readonly string[]): SelectionRange | null {
  if (wanted.length === 0) return null;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    if (wanted.some((one) => foldWord(word).startsWith(one)))
      return EditorSelection.range(index, index + word.length);
  return null;
}
