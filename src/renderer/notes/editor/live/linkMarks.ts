import type { Range } from './mark.ts';
import type { MarkSheet, SyntaxNodeRef } from './markSheet.ts';

/** Classes of words in bold and the like. */
export const DRAWN: Readonly<Record<string, string>> = {
  StrongEmphasis: 'cm-strong',
  Emphasis: 'cm-em',
  Strikethrough: 'cm-strike',
  InlineCode: 'cm-inline-code',
};

/** A link with its words. @returns false if what is inside has its marks, too */
export function markLink(sheet: MarkSheet, { node, from, to }: SyntaxNodeRef): false | undefined {
  const address = node.getChild('URL');
  const [, close] = node.getChildren('LinkMark');
  // Brackets without an address are words.
  if (address === null || close === undefined) return undefined;
  const url = sheet.state.doc.sliceString(address.from, address.to);
  sheet.add(from, to, 'cm-link', { kind: 'url', url });
  if (!sheet.isAtCursor(from)) {
    sheet.hide(from, from + 1);
    sheet.hide(close.from, to);
  }
  markInside(sheet, node, close.from);
  return false;
}

/** Deeper than this, bold and the like in each other is hostile text. */
const DEEPEST = 5;

/** Bold and the like within the words of a link, also in each other, and the backslash before a sign. */
function markInside(sheet: MarkSheet, parent: SyntaxNodeRef['node'], to: number, depth = 1): void {
  for (let child = parent.firstChild; child !== null && child.from < to; child = child.nextSibling) {
    if (child.name === 'Escape') sheet.hideMark(child.from, child.from + 1);
    const drawn = DRAWN[child.name];
    if (drawn === undefined) continue;
    sheet.add(child.from, child.to, drawn);
    for (const name of ['EmphasisMark', 'StrikethroughMark', 'CodeMark'])
      for (const mark of child.getChildren(name)) sheet.hideMark(mark.from, mark.to);
    if (depth < DEEPEST) markInside(sheet, child, to, depth + 1);
  }
}

/** A picture, or on the cursor's line its Markdown. */
export function markPicture(sheet: MarkSheet, { node, from, to }: SyntaxNodeRef): void {
  const { doc } = sheet.state;
  const address = node.getChild('URL');
  const [open, close] = node.getChildren('LinkMark');
  if (address === null || open === undefined || close === undefined || sheet.isAtCursor(from)) return;
  if (doc.lineAt(from).to < to) return;
  const src = doc.sliceString(address.from, address.to);
  sheet.marks.push({ kind: 'picture', from, to, src, alt: doc.sliceString(open.to, close.from) });
}

/** A bare address. @param whole the address with its angle brackets, if it has some */
export function markAddress(sheet: MarkSheet, { from, to }: Range, whole: Range): void {
  const written = sheet.state.doc.sliceString(from, to);
  const url = /^[a-z][a-z0-9+.-]*:/i.test(written)
    ? written
    : written.includes('@')
      ? `mailto:${written}`
      : `https://${written}`;
  if (sheet.isAtCursor(from)) sheet.add(whole.from, whole.to, 'cm-link', { kind: 'url', url });
  else sheet.marks.push({ kind: 'address', ...whole, url });
}
