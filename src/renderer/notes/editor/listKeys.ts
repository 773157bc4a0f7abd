import { syntaxTree } from '@codemirror/language';
import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state';

const ITEM = /^(?<indent>\s*)(?<mark>(?:[-*+]|\d{1,9}[.)])(?:\s+|$))/;

interface Item {
  /** Width of what is before the mark. */
  readonly indent: number;
  /** Where the words of the item begin, and its children have to. */
  readonly content: number;
}

/** Null if the line is no list item, or one in a block of code. */
function itemOf(state: EditorState, line: Line): Item | null {
  const { indent = '', mark } = ITEM.exec(line.text)?.groups ?? {};
  if (mark === undefined || isInCode(state, line.from)) return null;
  // Four or more spaces after a mark begin code, so the content is one space after it.
  const width = mark.trimEnd().length + 1;
  return { indent: indent.length, content: indent.length + width };
}

function isInCode(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, 1); node.parent !== null; node = node.parent)
    if (node.name === 'FencedCode') return true;
  return false;
}

/** How far above the list is searched for the item that a line hangs on. */
const FURTHEST = 500;

/** The nearest item above that satisfies a condition; ends at the first line that is outside of the list. */
function itemAbove(state: EditorState, line: Line, isMeant: (item: Item) => boolean): Item | null {
  for (let number = line.number - 1; number >= Math.max(1, line.number - FURTHEST); number -= 1) {
    const above = state.doc.line(number);
    const item = itemOf(state, above);
    if (item !== null && isMeant(item)) return item;
    if (item === null && above.text !== '' && !/^\s/.test(above.text)) return null;
  }
  return null;
}

/** The indentation of a line one level deeper: below the words of its sibling above. Null if it has none. */
function deeper(state: EditorState, line: Line, { indent }: Item): number | null {
  const above = itemAbove(state, line, (item) => item.indent <= indent);
  return above === null || above.content <= indent ? null : above.content;
}

/** The indentation of a line one level up: that of the item it hangs on. */
function shallower(state: EditorState, line: Line, { indent }: Item): number | null {
  if (indent === 0) return null;
  return itemAbove(state, line, (item) => item.indent < indent)?.indent ?? 0;
}

function linesOf(state: EditorState): Line[] {
  const lines = new Map<number, Line>();
  for (const { from, to } of state.selection.ranges) {
    const last = state.doc.lineAt(to).number;
    for (let number = state.doc.lineAt(from).number; number <= last; number += 1)
      lines.set(number, state.doc.line(number));
  }
  return [...lines.values()];
}

/** An item at the edge of the text that has no words yet, perhaps with a box. */
const EMPTY_ITEM = /^(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s*)?$/;

/** Enter on an item without words ends its list: the line stays, empty, as in Obsidian and on GitHub. */
export const endList: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  const isAtEnd = ranges.length === 1 && main.empty && main.head === line.to;
  if (!isAtEnd || state.readOnly || !EMPTY_ITEM.test(line.text) || isInCode(state, line.from)) return false;
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to },
      selection: { anchor: line.from },
      scrollIntoView: true,
      userEvent: 'delete.dedent',
    }),
  );
  return true;
};

/** Moves the selected list items. Outside of lists it does nothing, so that Tab leaves the editor. */
const moved =
  (to: (state: EditorState, line: Line, item: Item) => number | null): StateCommand =>
  ({ state, dispatch }) => {
    const items = linesOf(state).flatMap((line) => {
      const item = itemOf(state, line);
      return item === null ? [] : [{ line, item }];
    });
    const [first] = items;
    if (first === undefined) return false;
    // All move as far as the first, so that they keep their shape.
    const goal = to(state, first.line, first.item);
    if (goal === null || state.readOnly) return true;
    const distance = goal - first.item.indent;
    const changes = items.map(({ line, item }): ChangeSpec => {
      const indent = Math.max(0, item.indent + distance);
      return distance > 0
        ? { from: line.from, insert: ' '.repeat(distance) }
        : { from: line.from, to: line.from + item.indent - indent };
    });
    dispatch(state.update({ changes, scrollIntoView: true, userEvent: 'input.indent' }));
    return true;
  };

/** Tab in a list: one level deeper. */
export const indentItems: StateCommand = moved(deeper);

/** Shift+Tab in a list: one level up. */
export const outdentItems: StateCommand = moved(shallower);

/**
 * Puts marks such as `**` around the selection or the word at the cursor; takes them away if they are there. With
 * nothing to mark, the cursor is put between two new marks; at the end of marked words it leaves them, so that the key
 * before and after words marks them.
 */
export const markedWith =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    const change = state.changeByRange((range) => {
      if (isAtEndOfMarked(state, range, mark))
        return { range: EditorSelection.cursor(range.head + mark.length) };
      const word = range.empty ? state.wordAt(range.head) : null;
      const { from, to } = word ?? range;
      const size = mark.length;
      const [before, after] = [state.sliceDoc(from - size, from), state.sliceDoc(to, to + size)];
      const inside = state.sliceDoc(from, to);
      // One `*` beside another is half of `**`, which is another mark.
      const isWithin = before === mark && after === mark && !isHalf(state, from - size, to + size, mark);
      if (isWithin)
        return {
          changes: [
            { from: from - size, to: from },
            { from: to, to: to + size },
          ],
          range: EditorSelection.range(range.anchor - size, range.head - size),
        };
      const isAround =
        inside.length > 2 * size &&
        inside.startsWith(mark) &&
        inside.endsWith(mark) &&
        !isHalf(state, from, to, mark, inside);
      if (isAround)
        return {
          changes: [
            { from, to: from + size },
            { from: to - size, to },
          ],
          range: EditorSelection.range(from, to - 2 * size),
        };
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(range.anchor + size, range.head + size),
      };
    });
    dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input' }));
    return true;
  };

/** Whether a cursor is behind words that were marked, and before the mark that ends them. `***` is both marks. */
function isAtEndOfMarked(state: EditorState, { empty, head }: SelectionRange, mark: string): boolean {
  const line = state.doc.lineAt(head);
  const before = line.text.slice(0, head - line.from);
  const closing = /^\**/.exec(line.text.slice(head - line.from))?.[0].length ?? 0;
  if (!empty || before.endsWith('*') || !(closing === mark.length || closing === 3)) return false;
  const marks = mark === '*' ? before.replaceAll('**', '') : before;
  return marks.split(mark).length % 2 === 0;
}

/** Whether the marks at both ends of a range belong to longer ones. `***` is both, so it is no half. */
function isHalf(state: EditorState, from: number, to: number, mark: string, inside?: string): boolean {
  if (mark.length !== 1) return false;
  if (inside !== undefined) return inside.startsWith(mark.repeat(2)) && !inside.startsWith(mark.repeat(3));
  const runBefore = state.sliceDoc(from - 1, from) === mark && state.sliceDoc(from - 2, from - 1) !== mark;
  return runBefore && state.sliceDoc(to, to + 1) === mark;
}
