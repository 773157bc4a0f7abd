import { flushSync } from 'react-dom';
import { nextOccurrence } from '#core/agenda/agenda.ts';
import { joinNext } from '#core/join/joinNext.ts';
import type { JoinLink } from '#meeting-links';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { focusedMeeting, focusFirstRow } from '../agenda/focusRow.ts';
import { scrollToNow } from '../agenda/grid/showNow.ts';
import { communityOf } from '../communities/communityForConduct.ts';
import type { MeetingActions } from '../agenda/useMeeting.ts';
import type { WeekActions } from '../agenda/useWeek.ts';
import { leaveResults, SEARCH_BOX_ID } from '../kit/widgets/SearchBox.tsx';
import { SCREEN_TITLE_ID } from '../kit/ScreenHead.tsx';
import type { App } from '../kit/AppContext.tsx';
import { afterRender } from '../kit/afterRender.ts';
import { focusOnceShown } from '../kit/focusOnceShown.ts';
import { changeSettings } from '../kit/changeSettings.ts';
import type { ShortcutName } from '../keys/shortcuts.ts';
import type { NoteModel } from '../notes/noteModel.ts';
import { beginNote } from '../notes/useNewNote.ts';
import { foundOccurrence, occurrenceOf, occurrencesOf } from '../store/agendaSlice.ts';
import type { AgendaView, ScreenName } from '../store/viewSlice.ts';
import { closeTop } from './closeTop.ts';
import { texts } from './texts.ts';
import { undoLast } from './undoLast.ts';

/** What the shortcuts use. */
export interface ShortcutTools extends App {
  readonly meeting: MeetingActions;
  readonly week: WeekActions;
  readonly noteModel: NoteModel;
}

/** The meetings that a key is about. */
function createTargets({ store, ticker }: Pick<ShortcutTools, 'store' | 'ticker'>) {
  /** The meeting with the focused row, with its brief on the screen, or with open details. */
  const turnedTo = (): Occurrence | null => {
    const state = store.getState();
    const open = state.shownBrief ?? (state.screen === 'agenda' ? state.selectedKey : null);
    const focused = focusedMeeting();
    return (
      occurrenceOf(focused ?? open)(state) ?? foundOccurrence(focused)(state) ?? occurrenceOf(open)(state)
    );
  };
  const chosen = (): Occurrence | null => {
    const state = store.getState();
    return turnedTo() ?? nextOccurrence(occurrencesOf(state), ticker.now(), state.agenda?.zone ?? 'UTC');
  };
  /** Says that there is no meeting for the key. */
  const sayNone = (): void => {
    const state = store.getState();
    state.factToastShown(occurrencesOf(state).length === 0 ? texts.nothingFollowed : texts.nothingNext);
  };
  return { turnedTo, chosen, sayNone };
}

type Targets = ReturnType<typeof createTargets>;

function meetingActions(
  { store, api, ticker, meeting: { join, openNote, skip }, week }: ShortcutTools,
  { turnedTo, chosen, sayNone }: Targets,
) {
  /** Copies a fact of the chosen meeting's room, and says so. */
  const copy = (
    factOf: (room: JoinLink) => string | null,
    words: { readonly copied: (title: string) => string; readonly none: (title: string) => string },
  ): void => {
    const occurrence = chosen();
    const [room] = occurrence?.joinLinks ?? [];
    const fact = room === undefined ? null : factOf(room);
    if (occurrence === null) return sayNone();
    if (fact !== null) api.invokeAndReport('clipboard:write', fact);
    store.getState().factToastShown((fact === null ? words.none : words.copied)(occurrence.title));
  };
  return {
    passcode: () => copy(({ passcode }) => passcode, texts.passcode),
    roomLink: () => copy(({ url }) => url, texts.roomLink),
    reminders: () => {
      const occurrence = chosen();
      if (occurrence) store.getState().remindersChanged(occurrence.key);
      else sayNone();
    },
    join: () => {
      const state = store.getState();
      const isJoined = ({ key }: Occurrence): boolean => state.visits.get(key)?.kind === 'joined';
      const meant = turnedTo();
      const picked = meant === null ? joinNext(occurrencesOf(state), ticker.now(), isJoined) : [meant];
      const [occurrence = chosen()] = picked;
      if (picked.length > 1) state.whichMeetingAsked(picked.map(({ key }) => key));
      else if (occurrence) join(occurrence);
      else sayNone();
    },
    note: () => {
      const occurrence = chosen();
      if (occurrence) openNote(occurrence);
      else sayNone();
    },
    brief: () => {
      const occurrence = chosen();
      if (occurrence) store.getState().briefShown(occurrence.key);
      else sayNone();
    },
    itIsOn: () => {
      const asked = [turnedTo(), chosen()].find((one) => one?.isWeekUnknown === true);
      if (asked) week.itIsOn(asked);
    },
    notThisWeek: () => {
      const meant = turnedTo();
      const occurrence = meant ?? chosen();
      if (occurrence?.isWeekUnknown === true) week.notThisWeek(occurrence);
      // Only a focused or open meeting is skipped, never the next one.
      else if (meant !== null) skip(meant, meant.skipped === null ? 'one' : null);
    },
    conduct: () => {
      const meeting = chosen();
      store.getState().conductShown({
        community: communityOf(meeting),
        meeting: meeting?.title ?? '',
        isPrivate: false,
      });
    },
  };
}

function movingActions({ store, ticker, noteModel }: ShortcutTools) {
  const show = (screen: ScreenName) => (): void => {
    store.getState().screenShown(screen);
    focusOnceShown(SCREEN_TITLE_ID);
  };
  const showIn = (view: AgendaView) => (): void => {
    // At once: the next key may already be for the view.
    flushSync(() => store.getState().agendaViewShown(view));
    if (!focusFirstRow()) afterRender(focusFirstRow);
  };
  return {
    agenda: show('agenda'),
    notes: show('notes'),
    communities: show('communities'),
    feeds: show('feeds'),
    settings: show('settings'),
    list: showIn('list'),
    day: showIn('day'),
    week: showIn('week'),
    search: () => {
      const { screen, agendaView, agendaViewShown } = store.getState();
      const box = document.getElementById(SEARCH_BOX_ID);
      box?.focus();
      if (screen !== 'agenda' || (agendaView === 'list' && box !== null)) return;
      // The search of the agenda is that of its list, and a brief or a series may cover it.
      agendaViewShown('list');
      focusOnceShown(SEARCH_BOX_ID);
    },
    today: () => {
      flushSync(() => store.getState().dateShown(null));
      scrollToNow();
      if (!focusFirstRow()) afterRender(focusFirstRow);
    },
    rows: () => {
      const { screen, shownSeries, shownBrief } = store.getState();
      const isShown = screen === 'agenda' && shownSeries === null && shownBrief === null;
      // Elsewhere the arrows scroll.
      return isShown ? afterRender(focusFirstRow) : false;
    },
    newNote: () => beginNote({ store, ticker }, noteModel),
  };
}

/** What each shortcut does; false if there is nothing to do, so that the key keeps its usual effect. */
export function createShortcutActions(tools: ShortcutTools): Record<ShortcutName, () => false | void> {
  const { store, noteModel } = tools;
  return {
    ...meetingActions(tools, createTargets(tools)),
    ...movingActions(tools),
    undo: () => void undoLast(store),
    palette: () => store.getState().paletteToggled(!store.getState().isPaletteOpen),
    titles: () => {
      const { settings } = store.getState();
      if (settings === null) return;
      const hidesTitles = !settings.hidesTitles;
      void changeSettings(tools, { hidesTitles }, hidesTitles ? texts.hidTitles : undefined);
    },
    back: () => {
      if (closeTop(store, null) === false) leaveResults();
    },
    close: () => closeTop(store, noteModel),
    help: () => store.getState().shortcutsToggled(true),
  };
}
