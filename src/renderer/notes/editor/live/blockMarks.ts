import type { Range } from './mark.ts';
import type { MarkSheet } from './markSheet.ts';

/** The marks of a heading. At the cursor they hang in the margin. */
export function markHeading(sheet: MarkSheet, { from, to }: Range): void {
  const line = sheet.state.doc.lineAt(from);
  // The line under a heading, or the marks that close one.
  if (line.text.slice(0, from - line.from).trim() !== '' || !line.text.startsWith('#', from - line.from))
    return sheet.hideMark(from, to);
  const end = to < line.to ? to + 1 : to;
  if (sheet.isAtCursor(from)) sheet.add(from, end, 'cm-heading-mark');
  else sheet.hide(from, end);
}

/** The fence of a block of code keeps its line, also when it is not seen. */
export function markFence(sheet: MarkSheet, { from, to }: Range): void {
  if (sheet.isAtCursor(from)) sheet.add(from, to, 'cm-quiet');
  else sheet.add(from, to, 'cm-fence');
}

export function markQuote(sheet: MarkSheet, { from, to }: Range): void {
  const end = sheet.state.doc.sliceString(to, to + 1) === ' ' ? to + 1 : to;
  if (sheet.isAtCursor(from)) sheet.add(from, end, 'cm-quote-mark');
  else sheet.hide(from, end);
}

export function markRule(sheet: MarkSheet, { from, to }: Range): void {
  sheet.addLine(sheet.state.doc.lineAt(from).from, 'cm-rule');
  sheet.hideMark(from, to);
}
