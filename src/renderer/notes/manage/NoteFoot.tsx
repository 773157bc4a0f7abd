import { Check } from 'lucide-react';
import { useState } from 'react';
import type { Note } from '#core/notes/note.ts';
import { countWords, recountWords } from '#core/notes/wordCount.ts';
import { useApp } from '../../kit/AppContext.tsx';
import { isUnsaved } from '../../store/notesSlice.ts';
import { saveWords } from '../noteWords.ts';
import { useDraft } from '../useDraft.ts';
import { LinksHere } from './LinksHere.tsx';
import { texts } from './texts.ts';

/** How often words are counted while one types (ms). */
const PACE_MS = 400;

/** Apart, because it renders while one types. */
function WordCount() {
  const draft = useDraft(PACE_MS);
  const [counted, setCounted] = useState(() => countWords(draft));
  // Derived from the count before, which React allows while rendering.
  const next = recountWords(counted, draft);
  if (next !== counted) setCounted(next);
  return <span className="digits">{texts.words(next.count)}</span>;
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
  return (
    <footer className="note-foot">
      <SaveWords />
      <WordCount />
      {version !== null && <LinksHere path={path} />}
      <span className="note-path note-foot-file">{path}</span>
    </footer>
  );
}
