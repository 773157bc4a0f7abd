import { useEffect } from 'react';
import { chordOf } from '../../keys/chord.ts';
import { useApp } from '../../kit/AppContext.tsx';

/** What each chord does; see chord.ts. */
export type NoteKeys = Readonly<Record<string, () => void>>;

/** Keys of the open note. They come before those of its text, where `Ctrl ]` indents a line; a dialog keeps its own. */
export function useNoteKeys(keys: NoteKeys): void {
  const isMac = useApp((state) => state.info?.platform === 'darwin');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // On macOS, Ctrl+D deletes the next character of a text.
      if (event.defaultPrevented || (isMac && event.ctrlKey)) return;
      const act = keys[chordOf(event)];
      if (act === undefined || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null)
        return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isMac, keys]);
}
