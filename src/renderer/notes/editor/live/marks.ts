import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { CalendarDate } from '#base';
import { markFence, markHeading, markQuote, markRule } from './blockMarks.ts';
import { decisionsOf, markDecisions } from './decisionMarks.ts';
import { markDirection } from './direction.ts';
import { markDueDates } from './dueMarks.ts';
import { DRAWN, markAddress, markLink, markPicture } from './linkMarks.ts';
import { markListItem } from './listMarks.ts';
import { markLongLines } from './longLines.ts';
import type { Cursors, Mark, Range } from './mark.ts';
import { MarkSheet, type SyntaxNodeRef } from './markSheet.ts';
import { markStops } from './stops.ts';
import { markWords } from './wordMarks.ts';

/** The walk through the tree: how deep it is in lists and quotes, and the lines that are decisions. */
interface Walk {
  list: number;
  quote: number;
  readonly isDecision: (lineFrom: number) => boolean;
}

/** Marks one node. @returns false if what is inside has its marks, too */
function enter(sheet: MarkSheet, walk: Walk, node: SyntaxNodeRef): boolean | undefined {
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
        walk.list += 1;
        for (const at of sheet.linesOf(node)) sheet.shape(at).listLevel = walk.list;
        break;
      case 'ListMark':
        markListItem(sheet, node, walk.isDecision);
        break;
      case 'Blockquote':
        walk.quote += 1;
        for (const at of sheet.linesOf(node)) sheet.shape(at).quoteLevel = walk.quote;
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

/**
 * The marks in a range of the text.
 * @param meetingDate the day of the note, from which due dates such as `Friday` count; null if unknown
 */
export function marksIn(
  state: EditorState,
  range: Range,
  cursors: Cursors,
  meetingDate: CalendarDate | null = null,
): Mark[] {
  const sheet = new MarkSheet(state, range, cursors);
  const decisions = decisionsOf(sheet);
  const walk: Walk = { list: 0, quote: 0, isDecision: (lineFrom) => decisions.has(lineFrom) };
  syntaxTree(state).iterate({
    from: range.from,
    to: range.to,
    enter: (node) => enter(sheet, walk, node),
    leave: ({ name }) => {
      if (name === 'ListItem') walk.list -= 1;
      if (name === 'Blockquote') walk.quote -= 1;
    },
  });
  markWords(sheet);
  markDecisions(sheet, decisions);
  markDueDates(sheet, meetingDate);
  sheet.addShapes();
  markDirection(sheet);
  markStops(sheet);
  markLongLines(sheet);
  return sheet.marks;
}
