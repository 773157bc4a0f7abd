import { boxIn } from '#core/notes/checkbox.ts';
import { syntaxTree } from '@codemirror/language';
import type { Text } from '@codemirror/state';
import { decisionsIn, isAboutDecisions } from '#core/notes/decisions.ts';
import { headingIn } from '#core/notes/headings.ts';
import type { MarkSheet } from './markSheet.ts';
import { LONGEST_LINE } from './wordMarks.ts';

type Tree = ReturnType<typeof syntaxTree>;
type Node = Tree['topNode'];

interface Source {
  readonly doc: Text;
  readonly tree: Tree;
}

/**
 * The level of the heading `Decisions` in whose section an offset is; null outside of one. Reads the tree, because the
 * text above may be long and this runs at each key.
 */
function sectionAt({ doc, tree }: Source, at: number): number | null {
  let lowest = Infinity;
  for (let node = tree.topNode.childBefore(at); node !== null; node = node.prevSibling) {
    const level = Number(/^ATXHeading(\d)$/.exec(node.name)?.[1] ?? Infinity);
    if (level >= lowest) continue;
    const text = headingIn(doc.lineAt(node.from).text)?.text ?? '';
    if (isAboutDecisions(text)) return level;
    lowest = level;
    if (lowest === 1) break;
  }
  return null;
}

/** Where to begin to read, so that what is code is known: the line of an offset, or that of the code around it. */
function beginOf({ doc, tree }: Source, at: number): number {
  const { from } = doc.lineAt(at);
  for (let node: Node | null = tree.resolveInner(from, 1); node !== null; node = node.parent)
    if (node.name === 'FencedCode') return doc.lineAt(node.from).from;
  return from;
}

/**
 * The decisions in the range, as the list of decisions reads them: for the line that begins at the key, where its words
 * begin. An item with a checkbox keeps that.
 */
export function decisionsOf({ state, range }: MarkSheet): ReadonlyMap<number, number> {
  const { doc } = state;
  const source = { doc, tree: syntaxTree(state) };
  const begin = beginOf(source, range.from);
  const first = doc.lineAt(begin).number;
  const last = doc.lineAt(range.to).number;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    const line = doc.line(first + index);
    return line.length > LONGEST_LINE ? '' : line.text;
  });
  const found = new Map<number, number>();
  for (const { line: number, text } of decisionsIn(lines.join('\n'), sectionAt(source, begin))) {
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
