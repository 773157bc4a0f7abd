import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { markFence, markHeading, markQuote, markRule } from './blockMarks.ts';
import { DRAWN, markAddress, markLink, markPicture } from './linkMarks.ts';
import { markListItem } from './listMarks.ts';
import type { Cursors, Mark, Range } from './mark.ts';
import { MarkSheet, type SyntaxNodeRef } from './markSheet.ts';
import { markWords } from './wordMarks.ts';

/** How deep the walk through the tree is in lists and quotes. */
interface Depth {
  list: number;
  quote: number;
}

/** Marks one node. @returns false if what is inside has its marks, too */
function enter(sheet: MarkSheet, depth: Depth, node: SyntaxNodeRef): boolean | undefined {
  const { name, from, to } = node;
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
  const drawn = DRAWN[name];
  if (heading !== undefined) for (const at of sheet.linesOf(node)) sheet.addLine(at, `cm-h${heading}`);
  else if (drawn !== undefined) sheet.add(from, to, drawn);
  else
    switch (name) {
      case 'EmphasisMark':
      case 'StrikethroughMark':
        sheet.hideMark(from, to);
        break;
      case 'HeaderMark':
        markHeading(sheet, node);
        break;
      case 'CodeMark':
        if (node.node.parent?.name === 'InlineCode') sheet.hideMark(from, to);
        else markFence(sheet, node);
        break;
      case 'FencedCode':
      case 'CodeBlock':
        for (const at of sheet.linesOf(node)) sheet.shape(at).isCode = true;
        break;
      case 'ListItem':
        depth.list += 1;
        for (const at of sheet.linesOf(node)) sheet.shape(at).listLevel = depth.list;
        break;
      case 'ListMark':
        markListItem(sheet, node);
        break;
      case 'Blockquote':
        depth.quote += 1;
        for (const at of sheet.linesOf(node)) sheet.shape(at).quoteLevel = depth.quote;
        break;
      case 'QuoteMark':
        markQuote(sheet, node);
        break;
      case 'HorizontalRule':
        markRule(sheet, node);
        break;
      case 'Link':
        return markLink(sheet, node);
      case 'Image':
        markPicture(sheet, node);
        return false;
      case 'Autolink':
        markAddress(sheet, { from: from + 1, to: to - 1 }, { from, to });
        return false;
      case 'URL':
        markAddress(sheet, node, { from, to });
        break;
      case 'Table':
        for (const at of sheet.linesOf(node)) sheet.addLine(at, 'cm-table-line');
        break;
      case 'CodeInfo':
      case 'TableDelimiter':
      case 'HTMLTag':
      case 'HTMLBlock':
      case 'CommentBlock':
        sheet.add(from, to, 'cm-quiet');
        break;
      case 'Escape':
        sheet.hideMark(from, from + 1);
        break;
    }
  return undefined;
}

/** The marks in a range of the text. */
export function marksIn(state: EditorState, range: Range, cursors: Cursors): Mark[] {
  const sheet = new MarkSheet(state, range, cursors);
  const depth: Depth = { list: 0, quote: 0 };
  syntaxTree(state).iterate({
    from: range.from,
    to: range.to,
    enter: (node) => enter(sheet, depth, node),
    leave: ({ name }) => {
      if (name === 'ListItem') depth.list -= 1;
      if (name === 'Blockquote') depth.quote -= 1;
    },
  });
  markWords(sheet);
  sheet.addShapes();
  return sheet.marks;
}
