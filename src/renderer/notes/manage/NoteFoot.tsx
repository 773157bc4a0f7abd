import { useDeferredValue, useMemo } from 'react';
import type { Note } from '#core/notes/note.ts';
import { wordsOf } from '#core/notes/search.ts';
import { LinksHere } from './LinksHere.tsx';
import { texts } from './texts.ts';

export interface NoteFootProps {
  readonly note: Note;
  /** In the editor. */
  readonly text: string;
}

/** Below a note: how long it is, which notes link to it, and its file. */
export function NoteFoot({ note: { path, version }, text }: NoteFootProps) {
  const latest = useDeferredValue(text);
  const count = useMemo(() => wordsOf(latest).length, [latest]);
  return (
    <footer className="note-foot">
      <span>{texts.words(count)}</span>
      {version !== null && <LinksHere path={path} />}
      <span className="note-path note-foot-file">{path}</span>
    </footer>
  );
}
