import type { ChangeSpec, EditorState, Extension } from '@codemirror/state';
import { EditorView, type Command } from '@codemirror/view';
import { changeBetween } from '#core/notes/textChange.ts';
import { toggleBox } from '#core/notes/checkbox.ts';

/** The change that toggles the checkbox of the line at a position. Minimal, so that the cursor stays where it is. */
function toggledLine(state: EditorState, position: number): ChangeSpec {
  const line = state.doc.lineAt(position);
  const { from, to, insert } = changeBetween(line.text, toggleBox(line.text));
  return { from: line.from + from, to: line.from + to, insert };
}

/** Ticks, clears or adds the checkboxes of the selected lines. */
export const toggleBoxes: Command = (view) => {
  const { state } = view;
  const starts = state.selection.ranges.flatMap((range) => {
    const [first, last] = [state.doc.lineAt(range.from).number, state.doc.lineAt(range.to).number];
    return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index).from);
  });
  const changes = [...new Set(starts)].map((start) => toggledLine(state, start));
  view.dispatch({ changes, userEvent: 'input.toggle', scrollIntoView: true });
  return true;
};

/** Toggles a checkbox, which live/marks.ts finds, on a click. */
export const clickableBoxes: Extension = EditorView.domEventHandlers({
  mousedown: (event, view) => {
    const target = event.target;
    if (event.button !== 0 || !(target instanceof Element) || !target.closest('.cm-box')) return false;
    view.dispatch({ changes: toggledLine(view.state, view.posAtDOM(target)), userEvent: 'input.toggle' });
    event.preventDefault();
    return true;
  },
});
