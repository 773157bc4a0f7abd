/** Tab within a Markdown table: from cell to cell, as in other editors; words typed after it must not leave the text. */
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type Line, type StateCommand } from '@codemirror/state';

/** The words of a cell, or where they would begin; offsets in the document. */
interface Cell {
  readonly from: number;
  readonly to: number;
}

function isInTable(state: EditorState, line: Line): boolean {
  let node: ReturnType<ReturnType<typeof syntaxTree>['resolveInner']> | null = syntaxTree(state).resolveInner(
    line.from + (line.text.length - line.text.trimStart().length),
    1,
  );
  while (node !== null && node.name !== 'Table') node = node.parent;
  return node !== null;
}

/** The line of dashes below the names of the columns. */
const isRule = ({ text }: Line): boolean => /^[\s:|-]+$/u.test(text) && text.includes('-');

/** The cells of a row that begins with a bar; none of the line of dashes. */
function cellsOf(line: Line): Cell[] {
  if (isRule(line) || !line.text.trimStart().startsWith('|')) return [];
  const bars = [...line.text.matchAll(/\\.|\|/gu)].flatMap(({ 0: mark, index }) =>
    mark === '|' ? index : [],
  );
  return bars.flatMap((bar, index) => {
    const end = bars[index + 1] ?? line.text.length;
    const inside = line.text.slice(bar + 1, end);
    const words = inside.trim();
    // What follows the last bar is no cell.
    if (words === '' && index === bars.length - 1) return [];
    const before = words === '' ? Math.min(1, inside.length) : inside.length - inside.trimStart().length;
    const from = line.from + bar + 1 + before;
    return { from, to: from + words.length };
  });
}

/** All cells of the table around a line, in the order of reading. */
function cellsAround(state: EditorState, { number }: Line): Cell[] {
  const isRow = (one: number): boolean =>
    one >= 1 && one <= state.doc.lines && state.doc.line(one).text.trimStart().startsWith('|');
  let [first, last] = [number, number];
  while (isRow(first - 1)) first -= 1;
  while (isRow(last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index)).flatMap(
    cellsOf,
  );
}

/** @param step 1 to the next cell, which a new row has after the last; -1 to the one before, and out of the first */
const cellBeside =
  (step: 1 | -1): StateCommand =>
  ({ state, dispatch }) => {
    const { head } = state.selection.main;
    const line = state.doc.lineAt(head);
    if (!isInTable(state, line)) return false;
    const cells = cellsAround(state, line);
    const current = cells.findLastIndex(({ from }) => from <= head);
    const cell = cells[current + step];
    if (cell !== undefined) {
      const selection = EditorSelection.range(cell.from, cell.to);
      dispatch(state.update({ selection, scrollIntoView: true, userEvent: 'select' }));
      return true;
    }
    if (step === -1 || state.readOnly) return false;
    // The line of dashes may be the last.
    const row = isRule(line) ? state.doc.line(line.number - 1) : line;
    const insert = `\n|${'  |'.repeat(Math.max(1, cellsOf(row).length))}`;
    const selection = EditorSelection.cursor(line.to + '\n| '.length);
    const changes = { from: line.to, insert };
    dispatch(state.update({ changes, selection, scrollIntoView: true, userEvent: 'input' }));
    return true;
  };

/** Tab in a table: the next cell, or a new row after the last one. */
export const nextCell: StateCommand = cellBeside(1);

/** Shift+Tab in a table: the cell before. */
export const previousCell: StateCommand = cellBeside(-1);
