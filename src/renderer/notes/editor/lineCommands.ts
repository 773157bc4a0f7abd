import {
  EditorSelection,
  type EditorState,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state';
import { changeBetween } from '#core/notes/textChange.ts';

/** A line without words: blank, or only a list mark, perhaps with an empty checkbox. */
const WITHOUT_WORDS = /^\s*(?:[-*+]|\d{1,9}[.)])?\s*(?:\[[ xX/]\])?\s*$/;

/** The change that {@link Editor.insertLine} makes. */
export function lineInserted(state: EditorState, text: string): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.head);
  const isReplaced = WITHOUT_WORDS.test(line.text);
  const from = isReplaced ? line.from : line.to;
  const insert = isReplaced ? text : `\n${text}`;
  return {
    changes: { from, to: line.to, insert },
    selection: EditorSelection.cursor(from + insert.length),
    scrollIntoView: true,
    userEvent: 'input',
  };
}

/** The change that {@link Editor.changeLine} makes; minimal, so that the rest of the line keeps its marks. */
export function lineChanged(state: EditorState, change: (line: string) => string): TransactionSpec {
  const head = state.selection.main.head;
  const line = state.doc.lineAt(head);
  const next = change(line.text);
  const { from, to, insert } = changeBetween(line.text, next);
  return {
    changes: { from: line.from + from, to: line.from + to, insert },
    selection: EditorSelection.cursor(Math.max(line.from, line.from + next.length - (line.to - head))),
    scrollIntoView: true,
    userEvent: 'input',
  };
}

/**
 * End where a line ends stays there: CodeMirror looks for the end of the row on the screen, and takes the row above if a
 * folded address wraps, so the cursor would jump into a link.
 * @param selects whether what is selected stays selected
 */
export const stayAtLineEnd =
  (selects: boolean): StateCommand =>
  ({ state, dispatch }) => {
    const { ranges, mainIndex } = state.selection;
    if (ranges.some(({ head }) => head !== state.doc.lineAt(head).to)) return false;
    const cursors = ranges.map(({ head }) => EditorSelection.cursor(head));
    const isSelected = ranges.some(({ empty }) => !empty);
    if (isSelected && !selects)
      dispatch(state.update({ selection: EditorSelection.create(cursors, mainIndex), userEvent: 'select' }));
    return true;
  };
