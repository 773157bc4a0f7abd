import type { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Cursors, Mark, Range, Target } from './mark.ts';

type Tree = ReturnType<typeof syntaxTree>;
export type SyntaxNodeRef = Parameters<Parameters<Tree['iterate']>[0]['enter']>[0];

/** Levels of lists and quotes that look different; deeper ones look like the last. */
const MOST_LEVELS = 8;

interface LineShape {
  listLevel: number;
  quoteLevel: number;
  isItem: boolean;
  isCode: boolean;
}

/** Collects the marks of one range of the text, and says where the cursors are in it. */
export class MarkSheet {
  readonly marks: Mark[] = [];
  private readonly shapes = new Map<number, LineShape>();

  readonly state: EditorState;
  readonly range: Range;
  readonly cursors: Cursors;

  constructor(state: EditorState, range: Range, cursors: Cursors) {
    this.state = state;
    this.range = range;
    this.cursors = cursors;
  }

  /** Whether a cursor is on the line of an offset. */
  isAtCursor(at: number): boolean {
    const { from, to } = this.state.doc.lineAt(at);
    return this.cursors.some((cursor) => cursor.from <= to && cursor.to >= from);
  }

  /** A class of some text. */
  add(from: number, to: number, name: string, target?: Target): void {
    if (from < to) this.marks.push({ kind: 'text', from, to, name, ...(target && { target }) });
  }

  hide(from: number, to: number): void {
    // A mark never crosses a line: decorations of a view must not.
    const end = Math.min(to, this.state.doc.lineAt(from).to);
    if (from < end) this.marks.push({ kind: 'hidden', from, to: end });
  }

  /** Hides marks, or shows them pale on the cursor's line. */
  hideMark(from: number, to: number): void {
    if (this.isAtCursor(from)) this.add(from, to, 'cm-quiet');
    else this.hide(from, to);
  }

  /** A class of a whole line. @param at where the line begins */
  addLine(at: number, name: string): void {
    this.marks.push({ kind: 'line', at, name });
  }

  /** Where the lines of a range begin, as far as it is marked. */
  *linesOf({ from, to }: Range): Generator<number> {
    const { doc } = this.state;
    const end = Math.min(to, this.range.to);
    for (let at = doc.lineAt(Math.max(from, this.range.from)).from; at <= end; at = doc.lineAt(at).to + 1) {
      yield at;
      if (at >= doc.length) break;
    }
  }

  /** What a line is part of; to be filled in. @param at where the line begins */
  shape(at: number): LineShape {
    const known = this.shapes.get(at);
    if (known) return known;
    const made = { listLevel: 0, quoteLevel: 0, isItem: false, isCode: false };
    this.shapes.set(at, made);
    return made;
  }

  isCode(at: number): boolean {
    return this.shapes.get(at)?.isCode ?? false;
  }

  /** Marks the lines with their shapes. Call it once, when these are complete. */
  addShapes(): void {
    for (const [at, { listLevel, quoteLevel, isItem, isCode }] of this.shapes) {
      const name = [
        listLevel > 0 && `cm-level-${Math.min(listLevel, MOST_LEVELS)}`,
        isItem && 'cm-item',
        quoteLevel > 0 && `cm-quote-${Math.min(quoteLevel, MOST_LEVELS)}`,
        isCode && 'cm-code-line',
      ].filter((part) => part !== false);
      if (name.length > 0) this.addLine(at, name.join(' '));
      // The further lines of an item are indented by the padding, too.
      const indent = /^[\t ]*/.exec(this.state.doc.lineAt(at).text)?.[0].length ?? 0;
      if (listLevel > 0 && !isItem && !isCode) this.hide(at, at + indent);
    }
  }
}
