import './jitless.ts';
import '../kit/styles/tokens.css';
import '../kit/styles/base.css';
import '../kit/styles/widgets.css';
import './frame.css';
import './failure.css';
import '../agenda/agenda.css';
import '../agenda/details.css';
import '../agenda/questions.css';
import '../notes/notes.css';
import '../communities/communities.css';
import '../private/private.css';
import '../feeds/feeds.css';
import '../settings/settings.css';
import '../settings/joining/joining.css';
import '../settings/reminders/reminders.css';
import '../reminders/reminders.css';
import '../welcome/welcome.css';
import { createApi } from '../kit/api.ts';
import { AppContext } from '../kit/AppContext.tsx';
import { mountPage } from './mountPage.tsx';
import { createTicker } from '../kit/ticker.ts';
import { Window } from './Window.tsx';
import { createNoteModel } from '../notes/noteModel.ts';
import { connectStore } from '../store/connectStore.ts';
import { createAppStore } from '../store/store.ts';

const localNow = (): number => Date.now();
const after = (delayMs: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};

const store = createAppStore();
const api = createApi(window.api, (problem) => store.getState().problemReported(problem));
const ticker = createTicker(store, localNow, after);
const desk = createNoteModel(store, api, after);

connectStore(store, api, localNow);
api.on('app:show', ({ screen, occurrenceKey, dialog, which }) => {
  store.getState().screenShown(screen);
  if (which !== undefined) store.getState().whichMeetingAsked(which);
  if (dialog !== undefined) store.getState().conductShown({ community: null, meeting: '', isPrivate: true });
  if (occurrenceKey === null) return;
  store.getState().occurrenceSelected(occurrenceKey);
  if (screen === 'notes') void desk.openFor(occurrenceKey);
});

// A hidden window may never be seen again: what is typed goes to the file first.
// While hidden, its timers were slowed down: look at the clock when it is seen again.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void desk.flush();
  else ticker.refresh();
});
window.addEventListener('pagehide', () => void desk.flush());

mountPage(
  'main',
  api,
  <AppContext value={{ store, api, ticker, desk }}>
    <Window />
  </AppContext>,
);
