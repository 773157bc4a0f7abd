import { useMemo, useState } from 'react';
import type { NoteSummary } from '#core/notes/note.ts';
import { useApp, useAppStore, useTicker, useTimeFormat } from '../../kit/AppContext.tsx';
import { useNoteModel } from '../NoteModelContext.ts';
import { NoteRows, type NoteSection } from '../NoteRows.tsx';
import { texts as noteTexts } from '../texts.ts';
import { groupHeading, rowDay } from './listWords.ts';
import { NoteDialogs } from './NoteDialogs.tsx';
import { noteMenu, type NoteDialog } from './NoteMenu.tsx';
import { useManage } from './useManage.ts';
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
  const store = useAppStore();
  const manage = useManage();
  const sections = useSections(notes);
  const [dialog, setDialog] = useState<NoteDialog | null>(null);
  const meant = (ids: readonly string[]): NoteSummary[] => {
    const wanted = new Set(ids);
    return notes.filter(({ path }) => wanted.has(path));
  };
  const showMeeting = (key: string): void => {
    store.getState().occurrenceSelected(key);
    store.getState().screenShown('agenda');
  };
  return (
    <>
      <NoteRows
        label={noteTexts.notes}
        sections={sections}
        rowHeight={ROW_HEIGHT}
        onOpen={(path) => void noteModel.open(path)}
        actions={{
          menu: (ids) =>
            noteMenu({ notes: meant(ids), manage, onDialog: setDialog, onShowMeeting: showMeeting }),
          onDelete: (ids) => void manage.trash(meant(ids)),
          onRename: (id) => {
            const [note] = meant([id]);
            if (note !== undefined) setDialog({ kind: 'rename', note });
          },
          onMove: (ids) => setDialog({ kind: 'move', notes: meant(ids) }),
          onExport: (ids, format) => void manage.exportAs(meant(ids), format),
        }}
      />
      {dialog !== null && (
        <NoteDialogs dialog={dialog} notes={notes} manage={manage} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
