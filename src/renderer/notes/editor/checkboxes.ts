import type { ChangeSpec, EditorState, Extension } from '@codemirror/state';
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type Command } from '@codemirror/view';
import { changeBetween } from '#core/notes/textChange.ts';
import { boxIn, toggleBox } from '#core/notes/checkbox.ts';

const boxMark = Decoration.mark({ class: 'cm-box' });
const tickedMark = Decoration.mark({ class: 'cm-box cm-box-ticked' });
const doneText = Decoration.mark({ class: 'cm-done' });

/**
 * Finds checkboxes in the visible lines. The brackets stay text: they can be edited, and screen readers read them.
 */
const boxes = new MatchDecorator({
  regexp: /^.*\[[ xX]\].*$/gm,
  decorate: (add, from, to, match) => {
    const box = boxIn(match[0]);
    if (box === null) return;
    add(from + box.at - 1, from + box.at + 2, box.isTicked ? tickedMark : boxMark);
    if (box.isTicked && from + box.at + 2 < to) add(from + box.at + 2, to, doneText);
  },
});

const markedBoxes = ViewPlugin.define(
  (view) => ({
    marks: boxes.createDeco(view),
    update(update) {
      this.marks = boxes.updateDeco(update, this.marks);
    },
  }),
  { decorations: (plugin) => plugin.marks },
);

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

/** Renders checkboxes that toggle on a click. */
export const clickableBoxes: Extension = [
  markedBoxes,
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      const target = event.target;
      if (event.button !== 0 || !(target instanceof Element) || !target.closest('.cm-box')) return false;
      view.dispatch({ changes: toggledLine(view.state, view.posAtDOM(target)), userEvent: 'input.toggle' });
      event.preventDefault();
      return true;
    },
  }),
];
