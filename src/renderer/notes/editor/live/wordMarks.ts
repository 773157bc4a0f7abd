import type { MarkSheet } from './markSheet.ts';

/** Longest line whose words are searched for names, stamps, links to notes, decisions and dates (characters). */
export const LONGEST_LINE = 5_000;

/** Names, stamps and links to notes, which are no part of Markdown. Call it when blocks of code are known. */
export function markWords(sheet: MarkSheet): void {
  const { doc } = sheet.state;
  for (const at of sheet.linesOf(sheet.range)) {
    const line = doc.lineAt(at);
    if (line.length > LONGEST_LINE || sheet.isCode(at)) continue;
    for (const { 0: whole, 1: inside = '', index } of line.text.matchAll(/\[\[([^[\]\n]{1,200})\]\]/g))
      markBrackets(sheet, line.from + index, whole.length, inside);
    for (const { 0: whole, 1: lead = '', index } of line.text.matchAll(
      /(^|[\s(,])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?(?![\p{L}\p{N}(])/gu,
    ))
      sheet.add(line.from + index + lead.length, line.from + index + whole.length, 'cm-at');
  }
}

/** `[[12:34]]`, `[[Title]]` or `[[Title|words]]`. */
function markBrackets(sheet: MarkSheet, from: number, length: number, inside: string): void {
  const isStamp = /^\d{1,3}:\d{2}(?::\d{2})?$/.test(inside);
  const to = from + length;
  if (isStamp) sheet.add(from, to, 'cm-stamp');
  else sheet.add(from, to, 'cm-link', { kind: 'note', title: inside });
  if (sheet.isAtCursor(from)) return;
  const bar = inside.indexOf('|');
  sheet.hide(from, from + 2 + (bar === -1 ? 0 : bar + 1));
  sheet.hide(to - 2, to);
}
