import { useEffect } from 'react';
import { nextOccurrence } from '#core/agenda/agenda.ts';
import { joinNext } from '#core/join/joinNext.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY_LIST_ID } from '../agenda/DayList.tsx';
import { focusFirstRow } from '../agenda/focusRow.ts';
import { useMeeting } from '../agenda/useMeeting.ts';
import { useWeek } from '../agenda/useWeek.ts';
import { occurrenceOf, occurrencesOf } from '../store/agendaSlice.ts';
import { SEARCH_BOX_ID } from '../kit/widgets/SearchBox.tsx';
import { useApi, useAppStore, useTicker } from '../kit/AppContext.tsx';
import { shortcutFor, type ShortcutName } from './shortcuts.ts';
import { undoLast } from './undoLast.ts';

const FIELDS = 'input, textarea, select, [contenteditable], [role="combobox"]';
const WITH_ARROWS = '[role="grid"], [role="listbox"], [role="radiogroup"]';

const isWithin = (target: Element | null, selector: string): boolean =>
  target !== null && target.closest(selector) !== null;

const focusOn = (id: string): void => document.getElementById(id)?.focus();

/** Focuses the first row of the agenda once it has rendered. */
const toFirstRow = (): void => {
  requestAnimationFrame(() => focusFirstRow());
};

/** Key of the meeting with the focused row; null for none. */
const focusedRow = (): string | null =>
  document.activeElement
    ?.closest<HTMLElement>(`#${DAY_LIST_ID} [role="row"][data-key]`)
    ?.getAttribute('data-key') ?? null;

/** Handles shortcuts while the window is open. */
export function useShortcuts(): void {
  const store = useAppStore();
  const ticker = useTicker();
  const api = useApi();
  const { join, openNote, skip } = useMeeting();
  const { itIsOn, notThisWeek } = useWeek();
  useEffect(() => {
    const chosen = () => {
      const state = store.getState();
      const zone = state.agenda?.zone ?? 'UTC';
      return (
        occurrenceOf(state.selectedKey)(state) ?? nextOccurrence(occurrencesOf(state), ticker.now(), zone)
      );
    };
    /** The meeting with the focused row, or with open details. */
    const turnedTo = () => {
      const state = store.getState();
      return occurrenceOf(focusedRow() ?? state.selectedKey)(state);
    };
    const act: Record<ShortcutName, () => void> = {
      join: () => {
        const state = store.getState();
        const now = ticker.now();
        const selected = occurrenceOf(state.selectedKey)(state);
        const isJoined = ({ key }: Occurrence): boolean => state.visits.get(key)?.kind === 'joined';
        const picked = selected === null ? joinNext(occurrencesOf(state), now, isJoined) : [selected];
        const [occurrence = chosen()] = picked;
        if (picked.length > 1) state.whichMeetingAsked(picked.map(({ key }) => key));
        else if (occurrence) join(occurrence);
      },
      note: () => {
        const occurrence = chosen();
        if (occurrence) openNote(occurrence);
      },
      search: () => focusOn(SEARCH_BOX_ID),
      today: () => {
        store.getState().screenShown('agenda');
        document.getElementById('agenda-scroll')?.scrollTo({ top: 0 });
        toFirstRow();
      },
      rows: () => {
        if (store.getState().screen === 'agenda') toFirstRow();
      },
      titles: () => {
        const { settings } = store.getState();
        if (settings !== null) api.invokeAndReport('settings:change', { hidesTitles: !settings.hidesTitles });
      },
      itIsOn: () => {
        const asked = [turnedTo(), chosen()].find((one) => one?.isWeekUnknown === true);
        if (asked) itIsOn(asked);
      },
      notThisWeek: () => {
        const meant = turnedTo();
        const occurrence = meant ?? chosen();
        if (occurrence?.isWeekUnknown === true) notThisWeek(occurrence);
        // Only a focused or open meeting is skipped, never the next one.
        else if (meant !== null) skip(meant, meant.skipped === null ? 'one' : null);
      },
      undo: () => void undoLast(store),
      conduct: () => {
        const { community = null, title = '' } = chosen() ?? {};
        store.getState().conductShown({ community, meeting: title, isPrivate: false });
      },
      help: () => store.getState().shortcutsToggled(true),
      close: () => {
        const { shownSeries, seriesShown, occurrenceSelected } = store.getState();
        if (shownSeries === null) occurrenceSelected(null);
        else seriesShown(null);
      },
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      // `target` of an event from the note editor is only the host of its shadow tree.
      const [origin] = event.composedPath();
      const target = origin instanceof Element ? origin : null;
      const name = shortcutFor({
        key: event.key,
        isUndo: (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z',
        hasModifier: event.ctrlKey || event.metaKey || event.altKey,
        isInField: isWithin(target, FIELDS),
        isInDialog: document.querySelector('[role="dialog"], [role="alertdialog"]') !== null,
        isInList: isWithin(target, WITH_ARROWS),
      });
      if (name === null || event.defaultPrevented) return;
      // Else `/` would be typed into the search box.
      event.preventDefault();
      act[name]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [api, store, ticker, join, openNote, skip, itIsOn, notThisWeek]);
}
