/**
 * How the keyboard leaves the text. Tab goes on as long as nothing was typed, so one can pass through. Afterwards it
 * stays, since the words typed next would act as shortcuts of the window. Escape and then Tab always leaves.
 */
import { currentCompletions, closeCompletion } from '@codemirror/autocomplete';
import { searchPanelOpen } from '@codemirror/search';
import { Prec, type Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, type Command, type ViewUpdate } from '@codemirror/view';
import { texts } from './texts.ts';

/** While the window is in the background, the text keeps its place in it. */
const isLeft = ({ root, contentDOM }: EditorView): boolean => root.activeElement !== contentDOM;

class Typing {
  /** Whether something was typed since the focus came. */
  isBegun = false;

  update({ view, focusChanged, transactions }: ViewUpdate): void {
    if (focusChanged && isLeft(view)) {
      this.isBegun = false;
      view.setTabFocusMode(false);
    }
    if (transactions.some((one) => one.docChanged && one.isUserEvent('input'))) this.isBegun = true;
  }
}

const typing = ViewPlugin.fromClass(Typing);

/** Tab outside of lists and tables; what leads out is said to those who cannot see that nothing happens. */
export const stayInText: Command = (view) => {
  if (view.plugin(typing)?.isBegun !== true) return false;
  view.dispatch({ effects: EditorView.announce.of(texts.leaveHint) });
  return true;
};

const MODIFIERS: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/** Escape closes what is open; with nothing open the next Tab leaves, however long that takes. */
function onKey(event: KeyboardEvent, view: EditorView): boolean {
  if (event.isComposing || MODIFIERS.has(event.key)) return false;
  const hasOpen = currentCompletions(view.state).length > 0 || searchPanelOpen(view.state);
  const willLeave = event.key === 'Escape' && !hasOpen;
  // Suggestions that are still looked up would open after the key, and CodeMirror takes it for them.
  if (willLeave) closeCompletion(view);
  view.setTabFocusMode(willLeave);
  return false;
}

export const leaving: Extension = [
  typing,
  Prec.highest(
    EditorView.domEventHandlers({
      keydown: onKey,
      mousedown: (_event, view) => {
        view.setTabFocusMode(false);
        return false;
      },
    }),
  ),
];
