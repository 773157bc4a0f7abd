import { useEffect, useMemo } from 'react';
import { useMeeting } from '../agenda/useMeeting.ts';
import { useWeek } from '../agenda/useWeek.ts';
import { useApi, useAppStore, useTicker } from '../kit/AppContext.tsx';
import { chordOf } from '../keys/chord.ts';
import { focusedBy, keyPlace } from '../keys/keyPlace.ts';
import { shortcutFor, type ShortcutName } from '../keys/shortcuts.ts';
import { useNoteModel } from '../notes/NoteModelContext.ts';
import { createShortcutActions } from './shortcutActions.ts';

/**
 * Handles the shortcuts while the window is open.
 * @returns does what a shortcut does
 */
export function useShortcuts(): (name: ShortcutName) => void {
  const [store, ticker, api, noteModel] = [useAppStore(), useTicker(), useApi(), useNoteModel()];
  const meeting = useMeeting();
  const week = useWeek();
  const actions = useMemo(
    () => createShortcutActions({ store, ticker, api, noteModel, meeting, week }),
    [store, ticker, api, noteModel, meeting, week],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const hasLetterKeys = store.getState().settings?.hasLetterKeys ?? true;
      const name = shortcutFor(chordOf(event), keyPlace(focusedBy(event), hasLetterKeys));
      if (name === null || actions[name]() === false) return;
      // Else `/` would be typed into the search box.
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, actions]);
  return (name) => void actions[name]();
}
