import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Note } from '#core/notes/note.ts';
import { useApp } from '../../kit/AppContext.tsx';
import { isUnsaved } from '../../store/notesSlice.ts';
import { saveWords } from '../noteWords.ts';
import { LinksHere } from './LinksHere.tsx';
import { texts } from './texts.ts';

/** Words are counted when the writer pauses (ms): in a long note it takes longer than a key may. */
const PAUSE_MS = 400;

const countWords = (text: string): number =>
  text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu).reduce((count) => count + 1, 0);

function useWordCount(text: string): number {
  const [count, setCount] = useState(() => countWords(text));
  useEffect(() => {
    const timer = setTimeout(() => setCount(countWords(text)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return count;
}

function SaveWords() {
  const saveState = useApp((state) => state.saveState);
  const unsaved = useApp(isUnsaved);
  const words = saveWords(saveState, unsaved);
  return words === '' ? null : (
    <span className="note-state">
      {saveState.kind === 'saved' && !unsaved && <Check aria-hidden size={14} />}
      <span>{words}</span>
    </span>
  );
}

/** Below a note: whether it is saved, how long it is, which notes link to it, and its file. */
export function NoteFoot({ note: { path, version } }: { readonly note: Note }) {
  const count = useWordCount(useApp((state) => state.draft));
  return (
    <footer className="note-foot">
      <SaveWords />
      <span className="digits">{texts.words(count)}</span>
      {version !== null && <LinksHere path={path} />}
      <span className="note-path note-foot-file">{path}</span>
    </footer>
  );
}
