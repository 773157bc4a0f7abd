import type { NoteModel } from '../notes/noteModel.ts';
import type { AppStore } from '../store/store.ts';

/** Presses Escape where the focus is: a dialog, menu or list closes itself and returns the focus. */
function pressEscape(within: Element): void {
  const focused = document.activeElement;
  const target = focused !== null && within.contains(focused) ? focused : within;
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
}

/**
 * Closes what is on top: a dialog, else a brief, else the page of a series, else the details, else what is open in Notes.
 * @param noteModel saves the open note before it is closed; null keeps what is open in Notes
 * @returns false if nothing is open
 */
export function closeTop(store: AppStore, noteModel: NoteModel | null): false | void {
  const dialog = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1);
  if (dialog !== undefined) return pressEscape(dialog);
  const state = store.getState();
  if (state.screen === 'agenda' && state.shownBrief !== null) return state.briefShown(null);
  if (state.screen === 'agenda' && state.shownSeries !== null) return state.seriesShown(null);
  if (state.screen === 'agenda' && state.selectedKey !== null) return state.occurrenceSelected(null);
  if (state.screen !== 'notes' || noteModel === null) return false;
  if (state.openTranscript !== null) return state.transcriptShown(null);
  if (state.openNote === null) return false;
  void noteModel.flush().then(() => store.getState().noteClosed());
}
