import { boxIn } from '#core/notes/checkbox.ts';
import { decisionsIn } from '#core/notes/decisions.ts';
import type { MarkSheet } from './markSheet.ts';
import { LONGEST_LINE } from './wordMarks.ts';

/** How far above the range its heading is searched for (characters). */
const FURTHEST = 20_000;

/**
 * The decisions in the range, as the list of decisions reads them: for the line that begins at the key, where its words
 * begin. An item with a checkbox keeps that.
 */
export function decisionsOf({ state: { doc }, range }: MarkSheet): ReadonlyMap<number, number> {
  const first = doc.lineAt(Math.max(0, range.from - FURTHEST)).number;
  const last = doc.lineAt(range.to).number;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    const line = doc.line(first + index);
    return line.length > LONGEST_LINE ? '' : line.text;
  });
  const found = new Map<number, number>();
  for (const { line: number, text } of decisionsIn(lines.join('\n'))) {
    const line = doc.line(first + number - 1);
    if (line.to < range.from || boxIn(line.text) !== null) continue;
    found.set(line.from, line.from + line.text.trimEnd().length - text.length);
  }
  return found;
}

/** A decision has its icon in place of its list mark and label; at the cursor, these. */
export function markDecisions(sheet: MarkSheet, decisions: ReadonlyMap<number, number>): void {
  for (const [at, words] of decisions) {
    if (sheet.isCode(at)) continue;
    const line = sheet.state.doc.lineAt(at);
    const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
    sheet.add(words, line.to, 'cm-decision');
    if (!sheet.isAtCursor(at)) sheet.marks.push({ kind: 'decision', from: at + indent, to: words });
  }
}
