import '../kit/page/jitless.ts';
import '../kit/page/styles.ts';
import './screenStyles.ts';
import { createApi } from '../kit/api.ts';
import { AppContext } from '../kit/AppContext.tsx';
import { mountPage } from '../kit/page/mountPage.tsx';
import { createTicker } from '../kit/ticker.ts';
import { createNoteModel } from '../notes/noteModel.ts';
import { NoteModelContext } from '../notes/NoteModelContext.ts';
import { nameLeftNotes } from '../notes/nameLeftNotes.ts';
import { beginNote } from '../notes/useNewNote.ts';
import { afterRender } from '../kit/afterRender.ts';
import { connectStore } from './connectStore.ts';
import { awaitFirstScreen } from './firstScreen.ts';
import { loadLaterParts } from './laterParts.ts';
import { Window } from './Window.tsx';
import { createAppStore } from '../store/store.ts';

const localNow = (): number => Date.now();
const after = (delayMs: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};

const store = createAppStore();
const api = createApi(window.api, (problem) => store.getState().problemReported(problem));
const ticker = createTicker(store, localNow, after);
const noteModel = createNoteModel(store, api, after);

connectStore(store, api, localNow);
awaitFirstScreen(store, api, { after, afterRender, loadRest: loadLaterParts });
nameLeftNotes(store, api);
api.on('app:show', ({ screen, occurrenceKey, dialog, which, isNewNote, isBrief }) => {
  store.getState().screenShown(screen);
  if (isNewNote === true) beginNote({ store, ticker }, noteModel);
  if (which !== undefined) store.getState().whichMeetingAsked(which);
  if (dialog !== undefined) store.getState().conductShown({ community: null, meeting: '', isPrivate: true });
  if (occurrenceKey === null) return;
  if (isBrief === true) return store.getState().briefShown(occurrenceKey);
  store.getState().occurrenceSelected(occurrenceKey);
  if (screen === 'notes') void noteModel.openFor(occurrenceKey);
});

// A hidden window may never be shown again, so save first. Its timers were throttled while it was hidden, so read
// the clock when it is shown.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void noteModel.flush();
  else ticker.refresh();
});
window.addEventListener('pagehide', () => void noteModel.flush());

mountPage(
  'main',
  api,
  <AppContext value={{ store, api, ticker }}>
    <NoteModelContext value={noteModel}>
      <Window />
    </NoteModelContext>
  </AppContext>,
);
