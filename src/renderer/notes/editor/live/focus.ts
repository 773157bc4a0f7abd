import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Cursors } from './mark.ts';

const focusMoved = StateEffect.define<boolean>();

/** Whether the text has the focus: only then it shows the marks at the cursor. */
const isFocused = StateField.define<boolean>({
  create: () => false,
  update: (value, { effects }) =>
    effects.reduce((last, effect) => (effect.is(focusMoved) ? effect.value : last), value),
});

export const knownFocus: Extension = [
  isFocused,
  EditorView.focusChangeEffect.of((_state, isNow) => focusMoved.of(isNow)),
];

/** The selection, while the text has the focus. */
export const cursorsOf = (state: EditorState): Cursors =>
  state.field(isFocused, false) ? state.selection.ranges : [];

/** Whether a change of focus or selection may change what is shown. */
export const haveCursorsMoved = (before: EditorState, after: EditorState): boolean =>
  before.selection !== after.selection || before.field(isFocused, false) !== after.field(isFocused, false);
