import { hasLettersFromRight } from '#core/notes/textDirection.ts';
import type { MarkSheet } from './markSheet.ts';

/** What begins a line before its words: quote and list marks, a box. */
const BEFORE_WORDS = /^[\s>]*(?:(?:[-*+#]+|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s)?/u;
const LETTER = /\p{L}/u;
/** Characters in which the first letter is looked for. */
const LOOKED_AT = 500;

/**
 * Whether a line of Markdown is written from right to left: as its first letter is, which is how HTML's `dir="auto"`
 * decides in the reading view.
 */
function isFromRight(line: string): boolean {
  const begin = line.slice(0, LOOKED_AT);
  if (!hasLettersFromRight(begin)) return false;
  const letter = LETTER.exec(begin.replace(BEFORE_WORDS, ''))?.[0];
  return letter !== undefined && hasLettersFromRight(letter);
}

/** Lays out the lines of right-to-left scripts from the right. Call it when it is known which lines are code. */
export function markDirection(sheet: MarkSheet): void {
  for (const at of sheet.linesOf(sheet.range))
    if (!sheet.isCode(at) && isFromRight(sheet.state.doc.lineAt(at).text)) sheet.addLine(at, 'cm-from-right');
}
