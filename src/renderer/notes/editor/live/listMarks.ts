import type { Range } from './mark.ts';
import type { MarkSheet, SyntaxNodeRef } from './markSheet.ts';

/**
 * A bullet, a number or a checkbox: they share one place in front of the words of an item.
 * @param isDecision its icon takes that place
 */
export function markListItem(
  sheet: MarkSheet,
  { node, from, to }: SyntaxNodeRef,
  isDecision: (lineFrom: number) => boolean,
): void {
  const { doc } = sheet.state;
  const line = doc.lineAt(from);
  sheet.shape(line.from).isItem = true;
  const before = line.text.slice(0, from - line.from);
  const indent = /[\t ]*$/.exec(before)?.[0].length ?? 0;
  // The level is shown by the line's padding.
  sheet.hide(from - indent, from);
  if (isDecision(line.from) && !sheet.isAtCursor(from)) return;
  const isOrdered = node.parent?.parent?.name === 'OrderedList';
  const task = node.nextSibling?.name === 'Task' ? node.nextSibling.firstChild : null;
  const marker = task?.name === 'TaskMarker' ? task : emptyBox(line.text, to - line.from, line.from);
  const isInside = sheet.cursors.some(
    (cursor) => cursor.from < (marker?.to ?? to) && cursor.to >= from - indent && cursor.from >= line.from,
  );
  const space = (at: number): number => (doc.sliceString(at, at + 1) === ' ' ? at + 1 : at);
  if (marker !== null && !isInside) {
    const isTicked = /[xX]/.test(doc.sliceString(marker.from, marker.to));
    sheet.add(from, space(marker.to), isTicked ? 'cm-slot cm-box cm-box-ticked' : 'cm-slot cm-box');
    return;
  }
  const isMarkShown = isOrdered || sheet.isAtCursor(from);
  sheet.add(from, space(to), isMarkShown ? 'cm-slot cm-list-mark' : 'cm-slot cm-bullet');
}

/** `- [ ]` without words, which the grammar takes for an item with the words `[ ]`. */
function emptyBox(text: string, after: number, lineFrom: number): Range | null {
  const [whole = '', space = ''] = /^(\s+)\[[ xX]\]\s*$/.exec(text.slice(after)) ?? [];
  if (whole === '') return null;
  const from = lineFrom + after + space.length;
  return { from, to: from + 3 };
}
