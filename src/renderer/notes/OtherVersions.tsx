import { useMemo } from 'react';
import { copiesAmong } from '#core/notes/conflictCopy.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import { useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { namedNotes } from './namedNotes.ts';
import { useNoteModel } from './NoteModelContext.ts';
import { texts } from './texts.ts';

const none: readonly NoteSummary[] = [];

/**
 * Offers the copies of the open note that a sync program or another computer made when both changed it; in a copy, the
 * note that it belongs to.
 */
export function OtherVersions({ path }: { readonly path: string }) {
  const noteModel = useNoteModel();
  const notes = useApp(namedNotes) ?? none;
  const shown = useApp((state) => state.conflictPath);
  const show = useApp((state) => state.conflictShown);
  const copies = useMemo(() => copiesAmong(notes), [notes]);
  const original = copies.get(path);
  const [copy] = [...copies].flatMap(([one, of]) => (of === path ? [one] : []));
  if (shown !== null || (copy === undefined && original === undefined)) return null;
  return (
    <div className="note-versions">
      <p>{original === undefined ? texts.hasCopy : texts.isCopy}</p>
      {copy !== undefined && (
        <Button size="small" onPress={() => show(copy)}>
          {texts.showCopy}
        </Button>
      )}
      {original !== undefined && (
        <Button size="small" onPress={() => void noteModel.open(original)}>
          {texts.openOriginal}
        </Button>
      )}
    </div>
  );
}
