import { useMemo } from 'react';
import type { NoteSummary } from '#core/notes/note.ts';
import { useApp, useTicker, useTimeFormat } from '../../kit/AppContext.tsx';
import { useNoteModel } from '../NoteModelContext.ts';
import { NoteRows, type NoteSection } from '../NoteRows.tsx';
import { texts as noteTexts } from '../texts.ts';
import { groupHeading, rowDay } from './listWords.ts';
import { useRowActions } from './useRowActions.tsx';
import { useNoteGroups, useNoteHue } from './useNoteSections.ts';

const ROW_HEIGHT = 52;

/** The first words of a note, after its tags that are not in them. */
function Words({ note: { excerpt, tags } }: { readonly note: NoteSummary }) {
  const others = tags.filter((tag) => !excerpt.includes(`#${tag}`));
  return (
    <p className="note-item-excerpt">
      {others.length > 0 && <span className="note-item-tags">{others.map((tag) => `#${tag} `)}</span>}
      {excerpt === '' ? noteTexts.emptyNote : excerpt}
    </p>
  );
}

/** The rows of the list. */
function useSections(notes: readonly NoteSummary[]): readonly NoteSection[] {
  const { groups, today } = useNoteGroups(notes);
  const { locale, zone, clock } = useTimeFormat();
  const ticker = useTicker();
  const hueOf = useNoteHue();
  const order = useApp((state) => state.settings?.notesOrder ?? 'meeting');
  const openPath = useApp((state) => state.openNote?.path ?? null);
  return useMemo(() => {
    const format = { locale, zone, clock };
    return groups.map(({ id, of, notes: some }) => ({
      id,
      heading: groupHeading(of, today, format),
      rows: some.map((note) => ({
        id: note.path,
        title: note.title,
        day: rowDay(note, { order, group: of, now: ticker.now() }, format),
        isOpen: note.path === openPath,
        isPinned: note.isPinned,
        hue: hueOf(note),
        words: <Words note={note} />,
      })),
    }));
  }, [groups, today, locale, zone, clock, ticker, hueOf, order, openPath]);
}

/** The notes in their groups, with all that can be done with them. */
export function NoteList({ notes }: { readonly notes: readonly NoteSummary[] }) {
  const noteModel = useNoteModel();
  const sections = useSections(notes);
  const { actions, dialogs } = useRowActions(notes);
  return (
    <>
      <NoteRows
        label={noteTexts.notes}
        sections={sections}
        rowHeight={ROW_HEIGHT}
        onOpen={(path) => void noteModel.open(path)}
        actions={actions}
      />
      {dialogs}
    </>
  );
}
