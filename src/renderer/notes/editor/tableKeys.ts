/** Tab and Enter within a Markdown table: from cell to cell, as in other editors; words typed after it must not leave the text. */
import { syntaxTree } from '@codemirror/language';
import {
  EditorSelection,
  type EditorState,
  type Line,
  type StateCommand,
  type Transaction,
} from '@codemirror/state';

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
    dispatch(newRow(state, line, isRule(line) ? state.doc.line(line.number - 1) : line));
    return true;
  };

/** A row without words below a line, with as many cells as another row. */
function newRow(state: EditorState, { to }: Line, like: Line): Transaction {
  return state.update({
    changes: { from: to, insert: `\n|${'  |'.repeat(Math.max(1, cellsOf(like).length))}` },
    selection: EditorSelection.cursor(to + '\n| '.length),
    scrollIntoView: true,
    userEvent: 'input',
  });
}

/** The next row below, beyond the line of dashes; null at the end of the table. */
function rowBelow(state: EditorState, { number }: Line): Line | null {
  for (let next = number + 1; next <= state.doc.lines; next += 1) {
    const line = state.doc.line(next);
    if (!line.text.trimStart().startsWith('|')) return null;
    if (!isRule(line)) return line;
  }
  return null;
}

/**
 * Enter in a last row without words ends the table, as an item without words ends its list. An empty line stays above the
 * cursor: words right below a table are a row of it.
 */
const endTable = (state: EditorState, { from, to }: Line): Transaction =>
  state.update({
    changes: { from, to, insert: '\n' },
    selection: EditorSelection.cursor(from + 1),
    scrollIntoView: true,
    userEvent: 'input',
  });

/**
 * Enter within a cell: the cell below, or a new row after the last one. A line end there would tear the row apart. Before
 * the first bar of a row and behind the last one it stays a line end, so that a table can be written by hand.
 */
export const cellBelow: StateCommand = ({ state, dispatch }) => {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const cells = cellsOf(line);
  const column = cells.findLastIndex(({ from }) => from <= head);
  const isWithin = column !== -1 && line.text.slice(head - line.from).includes('|');
  if (!isWithin || state.readOnly || !isInTable(state, line)) return false;
  const below = rowBelow(state, line);
  if (below !== null) {
    const cell = cellsOf(below)[column] ?? cellsOf(below).at(-1) ?? { from: below.to, to: below.to };
    const selection = EditorSelection.range(cell.from, cell.to);
    dispatch(state.update({ selection, scrollIntoView: true, userEvent: 'select' }));
    return true;
  }
  // The names of the columns may have no row yet.
  const next = line.number < state.doc.lines ? state.doc.line(line.number + 1) : line;
  const isEmpty = cells.every(({ from, to }) => from === to) && !isRule(next);
  dispatch(isEmpty ? endTable(state, line) : newRow(state, isRule(next) ? next : line, line));
  return true;
};

/** So many lines above a table are looked at. */
const FURTHEST = 200;
const IN_LIST_OR_QUOTE = /^\s*(?:>|(?:[-*+]|\d{1,9}[.)])\s)/u;

/** Whether no empty line is between a line and the list or quote above it. */
function isRightBelowList(state: EditorState, { number }: Line): boolean {
  for (let above = number - 1; above >= Math.max(1, number - FURTHEST); above -= 1) {
    const { text } = state.doc.line(above);
    if (text.trim() === '') return false;
    if (IN_LIST_OR_QUOTE.test(text)) return true;
  }
  return false;
}

/**
 * Enter behind the line of dashes puts an empty line between a list and the table right below it. Without one, GitHub
 * takes the table for words of the last item.
 */
export const partTable: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  const isBehind = ranges.length === 1 && main.empty && main.head === line.to && isRule(line);
  if (!isBehind || line.number === 1 || state.readOnly) return false;
  const names = state.doc.line(line.number - 1);
  if (!names.text.startsWith('|') || !isRightBelowList(state, names)) return false;
  dispatch(
    state.update({
      changes: [
        { from: names.from, insert: '\n' },
        { from: line.to, insert: '\n' },
      ],
      selection: EditorSelection.cursor(line.to + 2),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  );
  return true;
};

/** Tab in a table: the next cell, or a new row after the last one. */
export const nextCell: StateCommand = cellBeside(1);

/** Shift+Tab in a table: the cell before. */
export const previousCell: StateCommand = cellBeside(-1);
